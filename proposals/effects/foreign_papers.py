"""Papers that a case abroad makes: the study, the plan, and its letters to the Menteri and the Gubernur."""

from typing import Any

from kerjasama.accounts.models import Government
from kerjasama.accounts.offices import Office
from kerjasama.core import parameters, text
from kerjasama.documents import papers
from kerjasama.documents import selectors as documents
from kerjasama.documents import services as papers_out
from kerjasama.documents.models import Document
from kerjasama.documents.papers.foreign import MINISTER
from kerjasama.documents.signers import signer_for, signer_of
from kerjasama.parties.selectors import governor
from kerjasama.reviews import selectors as reviews
from proposals.effects.tkksd import note_arrival
from proposals.guards.foreign import MAPPING_LABELS, PLAN_LABELS
from proposals.routes.traits import Trait

SERIES_LETTER = "SURAT"


def keep_file(subject: Any, act: Any, kind: str, title: str, number: str = "") -> int:
    """The paper that came with an act, kept with its number; its key."""
    document = papers_out.attach_upload(
        subject, kind, title, act.data["file"], by=act.by, number=number, dated=act.occurred_on
    )
    act.record.setdefault("documents", []).append(document.pk)
    return document.pk


def issue(
    subject: Any, act: Any, kind: str, template: str, title: str, context: dict[str, Any], **options: Any
) -> Document:
    """A paper of ours from an act."""
    document = papers_out.issue(
        subject, kind, template=template, context=context, by=act.by, title=title, dated=act.occurred_on,
        unit_code=Government.current().unit_code, **options,
    )  # fmt: skip
    act.record.setdefault("documents", []).append(document.pk)
    return document


def replace_paper(subject: Any, act: Any, kind: str, template: str, title: str, context: dict[str, Any]) -> None:
    """A paper that takes the place of the one before it."""
    before = documents.latest(subject, kind)
    fresh = issue(subject, act, kind, template, title, context)
    if before is not None:
        papers_out.supersede(before, fresh, by=act.by)


def countries(proposal: Any) -> str:
    """The states of the partners, in a sentence."""
    return text.joined(list(dict.fromkeys(str(p.country) for p in proposal.counterparts if p.country)))


def issue_study(proposal: Any, act: Any) -> None:
    """The study in its six parts, with how the conditions are met."""
    study, mapping = proposal.exploration, proposal.mapping
    mapped = "\n".join(f"{label.capitalize()}: {getattr(mapping, name)}" for name, label in MAPPING_LABELS.items())
    parts = [
        ("Latar belakang", proposal.background), ("Maksud dan tujuan", proposal.aims),
        ("Pemetaan potensi, karakteristik, dan kebutuhan", mapped), ("Manfaat", proposal.benefits), ("Kesimpulan", study.conclusion),
    ]  # fmt: skip
    conditions = [
        ("Hubungan diplomatik", f"Ada, dengan {countries(proposal)}."),
        ("Urusan", f"{proposal.affair}."), ("Golongan objek", f"{study.get_object_class_display()}. {study.object_note}"),
        ("Alih pengetahuan", study.transfer), ("Kantor perwakilan", "Tidak membuka kantor perwakilan di luar negeri."),
        ("Urusan dalam negeri", "Mitra tidak mencampuri urusan dalam negeri."),
        ("Perencanaan", f"{proposal.get_plan_standing_display()}. {proposal.plan_reference}"),
        ("Kesetaraan", _equality(study)), ("Saling melengkapi", study.complementary), ("Hubungan antarmasyarakat", study.people),
    ]  # fmt: skip
    context = papers.study(
        title=proposal.title, case_code=proposal.code, unit_name=proposal.lead_unit.name, partner_name=proposal.partner_names,
        country=countries(proposal), parts=parts, conditions=[(label, words) for label, words in conditions if words],
        signer=signer_for(act.by, act.seat), paper=parameters.value("paper_size"),
    )  # fmt: skip
    replace_paper(proposal, act, "STUDY", "kajian_penjajakan", "Kajian Penjajakan", context)


def _equality(study: Any) -> str:
    named = [
        label
        for held, label in ((study.equal_status, "status administrasi"), (study.equal_territory, "wilayah"))
        if held
    ]
    return f"Kesetaraan {' dan '.join(named)}. {study.equality}" if named else ""


def issue_plan(proposal: Any, act: Any) -> None:
    """The plan in its seven parts; the letters of the case speak of it from now on."""
    plan = take_plan(proposal, by=act.by)
    parts = [(f"{label[:1].upper()}{label[1:]}", getattr(plan, name)) for name, label in PLAN_LABELS]
    context = papers.cooperation_plan(
        title=proposal.title, case_code=proposal.code, partner_name=proposal.partner_names, parts=parts, edition=plan.edition,
        signer=signer_of(Office.KDH), paper=parameters.value("paper_size"),
    )  # fmt: skip
    replace_paper(proposal, act, "PLAN", "rencana_kerja_sama", "Rencana Kerja Sama", context)
    act.record["edition"] = plan.edition
    note_arrival(proposal, act)


def take_plan(proposal: Any, *, by: Any) -> Any:
    """The plan as it is handed in: another edition, whose words the case has from now on."""
    plan = proposal.cooperation_plan
    plan.edition += 1
    plan._history_user = by
    plan.save()
    proposal.scope, proposal.financing, proposal.term_text = plan.scope, plan.funding, plan.term_text
    proposal.aims = proposal.aims or plan.aims
    return plan


def _letter(
    proposal: Any, act: Any, kind: str, title: str, to: list[str], about: str, words: list[str], enclosed: list[str]
) -> None:
    context = papers.to_government(
        to=to, about=about, paragraphs=words, enclosures=enclosed, signer=signer_of(Office.KDH),
        copies=["Menteri Luar Negeri", "Gubernur", "Sekretaris Daerah"] if to == MINISTER else ["Menteri Dalam Negeri", "Sekretaris Daerah"],
        paper=parameters.value("paper_size"),
    )  # fmt: skip
    issue(proposal, act, kind, "surat_pemerintah", title, context, series=SERIES_LETTER)


def issue_intent_request(proposal: Any, act: Any) -> None:
    """We ask the Menteri what he thinks of the intended LoI (Permendagri 25/2020 art. 14)."""
    ours = str(Government.current())
    words = [
        f"Sesuai dengan Pasal 28 ayat (4) Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah, {ours} telah melakukan penjajakan "
        f"dengan {proposal.partner_names}, {countries(proposal)}, tentang {proposal.title}.",
        "Hasil penjajakan menunjukkan bahwa rencana tersebut dapat ditindaklanjuti dengan pernyataan kehendak kerja sama (letter of intent). "
        "Dengan ini kami mohon tanggapan tertulis atas rencana pernyataan kehendak dimaksud.",
    ]  # fmt: skip
    _letter(
        proposal, act, "INTENT_REQUEST", "Surat Permohonan Tanggapan LoI", MINISTER, "Permohonan Tanggapan atas Rencana Pernyataan Kehendak Kerja Sama",
        words, ["Kajian penjajakan"],
    )  # fmt: skip


def to_governor() -> list[str]:
    """The Gubernur as the addressee, as representative of the centre."""
    return list(governor())


def through(route: Any) -> tuple[str, list[str]]:
    """To whom our papers for the Menteri go on a route: authority and address."""
    return ("GOVERNOR", to_governor()) if Trait.VIA_GOVERNOR in route.traits else ("MINISTER", MINISTER)


def issue_submission(proposal: Any, act: Any) -> None:
    """The plan with the papers the Menteri checks (Permendagri 25/2020 art. 18-19)."""
    _, to = through(proposal.route)
    _submit(proposal, act, "PLAN_SUBMISSION", "Surat Penyampaian Rencana Kerja Sama", to, [])


def issue_direct(proposal: Any, act: Any) -> None:
    """The same, past the Gubernur."""
    asked = reviews.open_exchange(proposal, "GOVERNOR", "PLAN")
    told = (
        f"Rencana ini telah diterima Gubernur pada tanggal {text.date_long(asked.received_on)}. Sampai dengan tanggal {text.date_long(asked.due_on)} rencana "
        "tersebut belum diteruskan, sehingga kami sampaikan langsung sesuai dengan Pasal 18 Peraturan Menteri Dalam Negeri Nomor 25 Tahun 2020."
    )  # fmt: skip
    _submit(proposal, act, "PLAN_DIRECT", "Surat Penyampaian Langsung kepada Menteri", MINISTER, [told])


def _submit(proposal: Any, act: Any, kind: str, title: str, to: list[str], more: list[str]) -> None:
    words = [
        f"Dengan ini kami sampaikan Rencana Kerja Sama {Government.current()} dengan {proposal.partner_names}, {countries(proposal)}, tentang "
        f"{proposal.title}, untuk diverifikasi sesuai dengan Pasal 31 Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah.",
        *more,
    ]  # fmt: skip
    enclosed = ["Rencana Kerja Sama"]
    traits = proposal.route.traits
    if Trait.INTENT in traits:
        enclosed += ["Pernyataan kehendak kerja sama", "Kajian penjajakan"]
    if Trait.DPRD_ALWAYS in traits:
        enclosed.append("Persetujuan DPRD")
    if Trait.TECHNICAL in traits:
        enclosed += ["Pemetaan potensi dan kebutuhan", "Kerangka Acuan Kerja", "Surat kesediaan mitra"]
    _letter(proposal, act, kind, title, to, "Penyampaian Rencana Kerja Sama", words, enclosed)
