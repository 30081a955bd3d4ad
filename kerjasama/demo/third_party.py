"""Plans of a case with a third party, on our initiative and on theirs, up to the naskah."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from kerjasama.demo import doings, words
from kerjasama.demo.plans import AGREE, OPEN, Plan, Step, case, cleared, lettered, met, whole_naskah
from proposals.legality import PaperKind, needed_of
from proposals.services import drafting, third_party

if TYPE_CHECKING:
    from kerjasama.demo.story import Story
    from kerjasama.demo.walk import Walk

FINDINGS = {
    "MASTER_PLAN": (True, "Sejalan dengan rencana induk sektor dan rencana tata ruang."),
    "FEASIBLE": (True, "Nilai kini bersih positif; tarif dan biaya operasi seimbang pada tahun ketiga."),
    "ABLE": (True, "Laporan keuangan dua tahun terakhir menunjukkan modal yang memadai."),
}
UNABLE = {**FINDINGS, "ABLE": (False, "Laporan keuangan belum memperlihatkan modal untuk membiayai investasi awal.")}
SECTOR = "Peraturan Pemerintah tentang penyelenggaraan sektor yang bersangkutan"
#: Until when a paper of a kind holds, in days after it is recorded; others know no end.
HOLDS = {PaperKind.BUSINESS_NUMBER: 1500, PaperKind.REGISTRATION: 1000}


def map_affair(walk: Walk) -> None:
    """Potential, characteristics and needs of the affair."""
    values = {"potential": walk.story.background, "characteristics": walk.story.location, "needs": walk.story.aims}
    walk.on_that_day(lambda: drafting.write_mapping(walk.proposal, values, by=walk.who("opd")))
    content = {"affair": doings.affair_of(walk.story)}
    walk.proposal = walk.on_that_day(lambda: drafting.write(walk.proposal, content, by=walk.who("opd")))


def study(walk: Walk, by: str = "opd", conclusion: str = "FEASIBLE") -> None:
    """The feasibility study with its file; its facts are those of the story."""
    story, theirs = walk.story, walk.story.incoming
    values: dict[str, Any] = {
        "author": "THIRD_PARTY" if theirs else "REGION", "made_by": story.partner.name if theirs else "Tim penyusun studi kelayakan",
        "dated": walk.day - timedelta(days=20), "conclusion": conclusion, "conditions": "",
        "summary": "Aspek teknis, ekonomi, keuangan, hukum, sosial, dan lingkungan telah dikaji. " + story.benefits,
        "burdens_community": story.community, "burdens_region": story.region, "budgeted": not story.unbudgeted, "budget_evidence": "",
        "uses_assets": story.assets,
    }  # fmt: skip
    file = walk.scan("studi.pdf", f"Studi kelayakan {story.title}")
    walk.on_that_day(lambda: third_party.write_study(walk.proposal, values, file, by=walk.who(by)))
    walk.proposal.refresh_from_db()


def contacts(walk: Walk) -> None:
    """The two people of the proposer."""
    people = [
        {"name": "Anita Larasati", "position": "Sekretaris Perusahaan", "email": "anita@mitra.example", "phone": "0298 555 010"},
        {"name": "Yudi Hermawan", "position": "Manajer Operasi", "email": "yudi@mitra.example", "phone": "0298 555 011"},
    ]  # fmt: skip
    walk.on_that_day(lambda: third_party.write_contacts(walk.proposal, people, by=walk.who("staf")))


def papers(walk: Walk, without: Sequence[str] = ()) -> None:
    """Every paper that proves the legality of the partner, but some."""
    partner = walk.story.partner
    for kind in needed_of(partner.legal_class, partner.kind):
        if kind in without:
            continue
        until = walk.day + timedelta(days=HOLDS[kind]) if kind in HOLDS else None
        walk.act(
            "record_legal_paper", "staf", kind=kind, number=f"{kind[:3]}-{partner.pk * 37 + 1000}", dated=walk.day - timedelta(days=400),
            expires_on=until, file=walk.scan("legalitas.pdf", f"{PaperKind(kind).label} {partner.name}"),
        )  # fmt: skip


def rules(walk: Walk) -> None:
    """Sector law and the rules on assets are named where they are owed."""
    if walk.story.category != "PUBLIC_SERVICE":
        walk.act("acknowledge_sector_law", "opd", regulation=SECTOR, note="")
    if walk.story.assets:
        walk.act("acknowledge_asset_rules", "opd", regulation="PP 27/2014 beserta perubahannya", note="")


def region_prepared(story: Story, writing: int = 2) -> Plan:
    """Mapped, studied, written and sent by the unit."""
    return [
        OPEN, Step(1, map_affair), case(0, "submit_mapping", "opd"), Step(writing, study), Step(0, doings.fill_in), Step(0, rules),
        case(0, "submit", "opd"),
    ]  # fmt: skip


def region_recommended(story: Story) -> Plan:
    """Verified, and recommended by the TKKSD before anybody is asked."""
    return [
        *region_prepared(story), case(1, "verify", "staf"), *met(verdicts=AGREE, wait=1),
        case(0, "accept_recommendation", "ratna"),
    ]  # fmt: skip


def region_willing(story: Story, after: int = 6) -> Plan:
    """Offered, accepted, and the legality of the partner proved."""
    return [
        *region_recommended(story), case(1, "prepare_offer", "staf"), case(1, "sign_offer", "aditya"),
        lettered(after, "record_willing", "SED"), Step(1, papers), case(1, "confirm_legality", "staf"),
    ]  # fmt: skip


def region_cleared(story: Story) -> Plan:
    """The question of the DPRD is answered."""
    return [*region_willing(story), *cleared(story)]


def partner_prepared(story: Story, writing: int = 3) -> Plan:
    """The letter, the study and the papers of the proposer are in; the unit has written the KAK and sent it."""
    return [
        OPEN, lettered(0, "register_request", "PEN"), Step(0, contacts), Step(0, lambda walk: study(walk, "staf")), Step(1, papers),
        Step(writing, doings.fill_in), Step(0, rules), case(0, "submit", "opd"),
    ]  # fmt: skip


def partner_assessed(story: Story, findings: dict[str, tuple[bool, str]] | None = None) -> Plan:
    """Verified, and found on by the TKKSD criterion by criterion."""
    found = findings or FINDINGS
    return [
        *partner_prepared(story), case(1, "verify", "staf"),
        Step(1, lambda walk: walk.act("assess_criteria", "ratna", findings=found)),
    ]  # fmt: skip


def partner_willing(story: Story) -> Plan:
    """All three criteria met, recommended, and answered by the Kepala Daerah."""
    return [
        *partner_assessed(story), *met(verdicts=AGREE), case(0, "accept_recommendation", "ratna"),
        case(1, "prepare_answer", "staf", answer="WILLING", statement=""), case(1, "sign_willingness", "aditya"),
    ]  # fmt: skip


def partner_cleared(story: Story) -> Plan:
    """The question of the DPRD is answered."""
    return [*partner_willing(story), *cleared(story)]


def partner_refused(story: Story) -> Plan:
    """One criterion is not met: not recommended, refused, closed."""
    return [
        *partner_assessed(story, UNABLE), *met("NOT_RECOMMENDED", discussion=words.DOUBT),
        case(1, "prepare_refusal", "ratna", reason="Kemampuan keuangan pemrakarsa belum terbukti."), case(1, "sign_refusal", "aditya"),
    ]  # fmt: skip


def skipped(
    by_article: str = "Pasal 8 peraturan sektor", reason: str = "Pemilihan mitra dilakukan menurut peraturan sektor."
) -> Step:
    """The Kabag lets sector law take the place of the present stage."""
    return Step(1, lambda walk: walk.act("skip_step", "ratna", legal_basis=by_article, reason=reason))


def yielded(wait: int = 20) -> Step:
    """What the running PKS brought to the kas daerah."""
    return Step(
        wait,
        lambda walk: walk.sub_act(
            "record_result", "opd", kind="MONEY", description="Bagi hasil penggilingan triwulan pertama", amount=18_750_000,
            deposit_number=f"STS-{walk.agreement.pk:04d}", account="1.01.01.0001 Kas Umum Daerah",
        ),
    )  # fmt: skip


def in_force(story: Story) -> Plan:
    """KB and PKS in force, and a first result."""
    return [*region_cleared(story), *whole_naskah("KB", wait=3), *whole_naskah("PKS", wait=5), yielded()]


ENDINGS = {
    "third party, legality": lambda story: region_willing(story)[:-1],
    "third party, criteria": partner_assessed,
    "third party in force": in_force,
    "third party refused": partner_refused,
}
