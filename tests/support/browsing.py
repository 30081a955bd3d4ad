"""A person at the screen: signs in, opens a case, clicks the act that is theirs, reads the papers."""

import re
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from playwright.sync_api import Page, expect

from kerjasama.core.human import OPENED
from kerjasama.demo.paper import small_pdf
from kerjasama.documents.models import Document
from tests.support.outside import human

SESSION = frozenset({settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME})

# How fast a machine is says nothing about whether the page is right.
expect.set_options(timeout=20_000)


class Person:
    """Whoever sits at the screen now."""

    def __init__(self, page: Page, base: str, folder: Path) -> None:
        self.page, self.base, self.folder = page, base, folder
        self.code = ""
        self._sessions: dict[str, list[Any]] = {}
        self._fresh = False

    def sign_in(self, username: str, password: str = settings.DEMO_PASSWORD) -> "Person":
        """Give the screen to somebody else, who signs in the first time and then comes back to his own session."""
        self.page.context.clear_cookies()
        self._fresh = False
        if username in self._sessions:
            self.page.context.add_cookies(self._sessions[username])
            return self
        self.page.goto(f"{self.base}/akun/masuk/")
        self.page.fill("[name=login]", username)
        self.page.fill("[name=password]", password)
        self.page.get_by_role("button", name="Masuk", exact=True).click()
        expect(self.page).not_to_have_url(re.compile("/akun/masuk"))
        self.remember(username)
        return self

    def remember(self, username: str) -> None:
        """Keep the session of whoever sits here."""
        self._sessions[username] = [c for c in self.page.context.cookies() if c["name"] in SESSION]

    def begin(self, legal_class: str, partner: str, *, begins: str = "WE", **answers: str) -> "Person":
        """A new proposal up to the fields of its second half: who the partner is, what follows, which partner."""
        self.page.goto(f"{self.base}/usulan/baru/")
        self.fill({"partner": legal_class, "begins": begins}).press("Lihat jenisnya")
        self.page.get_by_role("link", name="Lanjutkan", exact=True).click()
        self.page.select_option("[name=partner_1]", label=partner)
        return self.fill(answers)

    @property
    def case_url(self) -> str:
        return f"{self.base}/usulan/{self.code}/"

    def open_case(self) -> "Person":
        self.page.goto(self.case_url)
        return self

    def waits_for_me(self) -> bool:
        """Whether Tugas saya holds this case."""
        self.page.goto(f"{self.base}/tugas/")
        return self.page.locator("main").get_by_text(self.code).count() > 0

    def stage(self) -> str:
        """The stage of the case, as the page says it to machines."""
        self.open_case()
        return self.page.locator("#stage").get_attribute("data-stage") or ""

    def fill(self, facts: dict[str, Any]) -> "Person":
        """Fill fields by name: text, choice, tick or file."""
        for name, value in facts.items():
            control = self.page.locator(f"[name={name}]")
            kind = control.first.get_attribute("type") or control.first.evaluate("node => node.tagName.toLowerCase()")
            if kind == "radio":
                self.page.locator(f"[name={name}][value='{value}']").check()
            elif kind == "checkbox":
                control.set_checked(bool(value))
            elif kind == "select":
                control.select_option(str(value))
            elif kind == "file":
                control.set_input_files(str(value))
            else:
                control.fill(str(value))
        return self

    def take_time(self) -> "Person":
        """The form on the page was opened a minute ago: a person takes that long, and nobody has to sit it out."""
        write = "(nodes, stamp) => nodes.forEach(node => { node.value = stamp })"
        self.page.locator(f"[name={OPENED}]").evaluate_all(write, human()[OPENED])
        return self

    def act(self, label: str, **facts: Any) -> "Person":
        """Open the case unless the last act has just led back to it, click the act, fill its form, press its button."""
        if not (self._fresh and self.page.url == self.case_url):
            self.open_case()
        self.wait_for_papers()
        self.page.get_by_role("link", name=label, exact=True).first.click()
        self.fill(facts)
        self.page.get_by_role("button", name=label, exact=True).click()
        self.done().page.wait_for_load_state()
        self._fresh = True
        return self

    def paraf(self) -> "Person":
        """Read the naskah, say so, and give the paraf with the PIN on the sheet that comes up."""
        self.open_case()
        self.wait_for_papers()
        self.page.get_by_role("link", name="Bubuhkan paraf", exact=True).first.click()
        self.fill({"read": True})
        self.page.get_by_role("link", name="Bubuhkan paraf", exact=True).click()
        sheet = self.page.get_by_role("dialog", name="Bubuhkan paraf")
        sheet.get_by_label("PIN paraf").fill(settings.DEMO_PIN)
        sheet.get_by_role("button", name="Bubuhkan paraf", exact=True).click()
        self.done().page.wait_for_load_state()
        self._fresh = True
        return self

    def done(self) -> "Person":
        """The act went through: its page is left behind, and nothing was refused."""
        expect(self.page).not_to_have_url(re.compile("/tindakan/"))
        return self

    def press(self, label: str) -> "Person":
        """Press a button of the page."""
        self.page.get_by_role("button", name=label, exact=True).first.click()
        return self

    def wait_for_papers(self) -> None:
        """The worker prints; nobody has to wait long for it."""
        for _ in range(60):
            if self.page.get_by_text("Sedang dibuat", exact=True).count() == 0:
                return
            self._until_printed()
            self.open_case()
        raise AssertionError("a paper was not printed in time")

    def _until_printed(self) -> None:
        """Ask the table and not the page again and again; half a second at least, as somebody would who waits."""
        self.page.wait_for_timeout(500)
        for _ in range(50):
            if not Document.objects.filter(status=Document.Status.QUEUED).exists():
                return
            self.page.wait_for_timeout(100)

    def scan(self, told: str) -> Path:
        """A scan to upload."""
        path = self.folder / f"{re.sub('[^a-z0-9]+', '-', told.lower())}.pdf"
        path.write_bytes(small_pdf(told))
        return path

    def paper(self, title: str) -> str:
        """The words of the newest paper of a title, read by poppler."""
        self.open_case()
        self.wait_for_papers()
        address = self.page.get_by_role("link", name=f"Unduh {title}", exact=True).first.get_attribute("href")
        return self.read(address or "")

    def read(self, address: str) -> str:
        """The words of the paper at an address of this site, read by poppler."""
        answer = self.page.request.get(f"{self.base}{address}")
        assert answer.status == 200
        path = self.folder / "read.pdf"
        path.write_bytes(answer.body())
        told = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True, text=True)
        return " ".join(told.stdout.split())


def day(value: date) -> str:
    """A date as people type it."""
    return f"{value:%d-%m-%Y}"
