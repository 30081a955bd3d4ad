"""Three requests that came in online, each at another state, and the account of one who sent one."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.files.uploadedfile import SimpleUploadedFile

from kerjasama.accounts.models import User
from kerjasama.core import clock
from kerjasama.counter import quarantine
from kerjasama.counter.models import OnlineRequest, PartnerAccount, QuarantinedFile, RequestDraft
from kerjasama.counter.services import requests
from kerjasama.counter.services.requests import Contact, Filing
from kerjasama.counter.stages import Applicant, PaperKind
from kerjasama.demo.paper import small_pdf
from kerjasama.demo.timepiece import Timepiece
from kerjasama.parties.classes import LegalClass
from proposals.models import Affair

STUDY_LACKS = "Studi kelayakan belum memuat analisis keuangan. Mohon diganti dengan yang lengkap, dan sertakan akta pendirian yang masih berlaku."
TOO_NEAR = "Objek yang sama sedang dikerjasamakan dengan pihak lain sampai akhir tahun depan. Permohonan dapat diajukan kembali sesudahnya."


@dataclass(frozen=True, slots=True)
class Asked:
    """A request of the story; firms and people are invented."""

    applicant: str
    form: str
    name: str
    head: tuple[str, str]
    address: str
    title: str
    affair: str
    aims: str
    scope: str
    contact: tuple[str, str, str]
    then: str = ""


STORY = (
    Asked(
        Applicant.COMPANY, LegalClass.LIMITED_COMPANY, "PT Kompos Wana Lestari", ("Direktur Utama", "Bayu Satriawan"),
        "Jalan Raya Wanakerta Kilometer 4, Wanasari", "Pengolahan Sampah Pasar Menjadi Kompos", "Lingkungan hidup",
        "Mengurangi sampah organik pasar yang dibuang ke TPA dan menghasilkan kompos untuk petani.",
        "Pengumpulan terpilah di tiga pasar\nPengomposan\nPenyaluran kompos kepada kelompok tani",
        ("Sekar Ayuningtyas", "Manajer Kemitraan", "sekar@komposwana.example"),
    ),
    Asked(
        Applicant.SOCIETY, LegalClass.FOUNDATION, "Yayasan Literasi Lereng", ("Ketua", "Murniati Saragih"),
        "Jalan Kenanga Nomor 8, Wanasari", "Perpustakaan Keliling Desa Lereng Selatan", "Perpustakaan",
        "Meningkatkan minat baca anak di dua belas desa yang jauh dari perpustakaan.",
        "Penyediaan mobil perpustakaan\nPelatihan pengelola pojok baca", ("Anton Wibisono", "Sekretaris", "anton@literasilereng.example"),
        "incomplete",
    ),
    Asked(
        Applicant.COMPANY, LegalClass.COOPERATIVE, "Koperasi Tirta Sejahtera", ("Ketua", "Wayan Sudarta"),
        "Jalan Bendungan Nomor 2, Wanasari", "Pengelolaan Air Curah Mata Air Kali Jernih", "Pekerjaan umum",
        "Memanfaatkan mata air untuk air minum tiga kecamatan.", "Pengambilan air\nPengolahan\nPenyaluran",
        ("Ketut Ariani", "Manajer", "ketut@tirtasejahtera.example"), "rejected",
    ),
)  # fmt: skip


def set_up(people: dict[str, User], timepiece: Timepiece, day: date) -> list[OnlineRequest]:
    """All of the story on one day, by the doors of the counter."""
    made = []
    for asked in STORY:
        with clock.at(timepiece.moment(day)):
            request = _file(asked)
        with clock.at(timepiece.moment(day)):
            _go_on(request, asked.then, people["dewi"])
        made.append(request)
    with clock.at(timepiece.moment(day)):
        _account(made[0])
    return made


def _file(asked: Asked) -> OnlineRequest:
    draft = RequestDraft.objects.create()
    papers = (
        (PaperKind.LETTER, "Surat permohonan"),
        (PaperKind.STUDY, "Studi kelayakan"),
        (PaperKind.LEGALITY, "Akta pendirian"),
    )
    for kind, title in papers:
        facts = {
            "kind": kind,
            "title": title,
            "number": f"12/{asked.name.split()[1].upper()}/XI",
            "dated": clock.today(),
        }
        upload = SimpleUploadedFile(f"{title.lower().replace(' ', '-')}.pdf", small_pdf(f"{title}, {asked.name}"))
        present = list(QuarantinedFile.objects.filter(draft=draft))
        quarantine.keep(upload, facts=facts, present=present, draft=draft)
    request, _ = requests.file_request(draft, _filing(asked))
    return request


def _filing(asked: Asked) -> Filing:
    name, position, email = asked.contact
    second = Contact("Bagian Umum", "Staf", f"umum@{email.split('@')[1]}", "0298 321100")
    return Filing(
        applicant=asked.applicant, region=None, legal_class=asked.form, name=asked.name, address=asked.address,
        head_title=asked.head[0], head_name=asked.head[1], title=asked.title,
        affair=Affair.objects.filter(name__startswith=asked.affair).first(), aims=asked.aims, scope=asked.scope,
        location="Kabupaten Wanasari", term_text="3 (tiga) tahun sejak ditandatangani",
        financing="Ditanggung pemohon; daerah menyediakan lokasi.", benefits="Layanan bagi warga dan lapangan kerja setempat.",
        contacts=(Contact(name, position, email, "0298 321099"), second),
    )  # fmt: skip


def _go_on(request: OnlineRequest, then: str, by: User) -> None:
    if then == "incomplete":
        study = [paper.pk for paper in request.papers.filter(kind=PaperKind.STUDY)]
        requests.act(request, "ask_completion", by=by, reason=STUDY_LACKS, refused=study)
    elif then == "rejected":
        requests.act(request, "reject", by=by, reason=TOO_NEAR)


def _account(request: OnlineRequest) -> None:
    contact = request.contacts.get(order=1)
    user = User.objects.create(
        username="mitra", full_name=contact.name, email=contact.email, is_partner=True, is_demo=True,
        password=make_password(settings.DEMO_PASSWORD),
    )  # fmt: skip
    PartnerAccount.objects.create(user=user, position=contact.position)
