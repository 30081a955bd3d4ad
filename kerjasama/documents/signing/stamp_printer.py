"""Print one stamp from standard input. Run as a program of its own: the web process never loads the printer."""

import sys

from kerjasama.documents.press import print_pdf


def main() -> None:
    """HTML in, a PDF of one small page out."""
    sys.stdout.buffer.write(print_pdf(sys.stdin.read(), b"tanda-tangan-elk"))


if __name__ == "__main__":
    main()
