"""Paint the first page of each kind of paper into docs/samples: `python -m tests.documents.paint`."""

import os
import subprocess
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "samples"
DOTS = "60"


def main() -> None:
    """One PNG for each sample, eight shades of grey: small enough for the repository, large enough to judge."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django  # noqa: PLC0415 - the settings must be named first

    django.setup()
    from PIL import Image  # noqa: PLC0415

    from kerjasama.documents.rendering import WITHOUT_CATCHWORDS, render_pdf  # noqa: PLC0415
    from tests.documents import samples  # noqa: PLC0415

    FOLDER.mkdir(exist_ok=True)
    for code, make in samples.SAMPLES.items():
        with tempfile.TemporaryDirectory() as folder:
            paper, drawn = Path(folder) / "p.pdf", Path(folder) / "p"
            paper.write_bytes(render_pdf(code, make() | {"catchwords": code not in WITHOUT_CATCHWORDS}))
            painting = ["pdftoppm", "-png", "-gray", "-r", DOTS, "-f", "1", "-l", "1", "-singlefile", paper, drawn]
            subprocess.run(painting, check=True)
            with Image.open(drawn.with_suffix(".png")) as page:
                page.quantize(8).save(FOLDER / f"{code}.png", optimize=True)


if __name__ == "__main__":
    main()
