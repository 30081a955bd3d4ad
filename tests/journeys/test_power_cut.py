"""The web process is killed in mid-act: nothing is lost, nothing is done twice."""

import re
import threading
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

import pytest
from django.conf import settings

from kerjasama.demo.walk import Walk
from kerjasama.workflow.audit import verify
from kerjasama.workflow.models import StageEvent
from proposals.models import Proposal
from tests.support.site import Site
from tests.support.wanasari import new_walk, set_up

pytestmark = pytest.mark.slow
DELAYS = (0.0, 0.004, 0.008, 0.012, 0.018, 0.025, 0.035, 0.05)


class Client:
    """A signed-in person without a browser."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def get(self, path: str) -> str:
        with self.opener.open(f"{self.base}{path}", timeout=20) as answer:
            return answer.read().decode()

    def post(self, path: str, page: str, **facts: str) -> int:
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        seen = re.search(r'name="expect" value="(\d+)"', page)
        data = {"csrfmiddlewaretoken": token[1] if token else "", **facts}
        if seen:
            data["expect"] = seen[1]
        request = urllib.request.Request(f"{self.base}{path}", urllib.parse.urlencode(data).encode())
        request.add_header("Referer", f"{self.base}{path}")
        try:
            with self.opener.open(request, timeout=20) as answer:
                return answer.status
        except urllib.error.HTTPError as refused:
            return refused.code

    def sign_in(self, username: str) -> "Client":
        page = self.get("/akun/masuk/")
        self.post("/akun/masuk/", page, login=username, password=settings.DEMO_PASSWORD)
        return self


def begin(people: dict) -> Walk:
    return new_walk(people).to_verification()


def test_a_killed_web_process_loses_nothing_and_doubles_nothing(site: Site) -> None:
    people = set_up()
    cases = [begin(people).proposal for _ in DELAYS]
    answered: dict[int, int] = {}
    for proposal, delay in zip(cases, DELAYS, strict=True):
        client = Client(site.url).sign_in("dewi")
        path = f"/usulan/{proposal.code}/tindakan/nyatakan-lengkap/"
        page = client.get(path)
        answered[proposal.pk] = _post_and_cut(site, client, path, page, delay)
        site.restart_web()

    for proposal in cases:
        events = StageEvent.objects.filter(object_id=proposal.pk, subject_type__model="proposal", act="verify").count()
        held = Proposal.objects.get(pk=proposal.pk)
        assert (held.stage == "OFFER_DRAFTING") == (events == 1)
        assert events <= 1
        if answered[proposal.pk] == 200:
            assert events == 1, "an answered act is never lost"

    # What was cut off is simply done again; what was done already says so and changes nothing.
    client = Client(site.url).sign_in("dewi")
    for proposal in cases:
        path = f"/usulan/{proposal.code}/tindakan/nyatakan-lengkap/"
        try:
            page = client.get(path)
        except urllib.error.HTTPError as refused:
            assert refused.code == 409
        else:
            assert client.post(path, page) == 200
        assert (
            StageEvent.objects.filter(object_id=proposal.pk, subject_type__model="proposal", act="verify").count() == 1
        )
    assert verify().problem == ""


def _post_and_cut(site: Site, client: Client, path: str, page: str, delay: float) -> int:
    """Send the act, cut the power a moment later; the status that came back, or 0."""
    status = [0]

    def send() -> None:
        try:
            status[0] = client.post(path, page)
        except OSError:
            status[0] = 0

    sender = threading.Thread(target=send)
    sender.start()
    sender.join(delay)
    site.kill_web()
    sender.join(25)
    return status[0]
