"""Which parts of our papers a region may word for itself, and the standard wording of each.

Everything that is not in this table stays as the template has it: kop, number, addressee, facts, legal basis,
signature, and the clauses of a naskah. The standard wording is printed word for word while nobody has adapted it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """How a slot is filled: words of one paragraph, one of a list, or lines."""

    TEXT = "TEXT"
    CHOICE = "CHOICE"
    LINES = "LINES"


@dataclass(frozen=True, slots=True)
class Slot:
    """One part of a paper. `allowed` placeholders may stand in it, `required` ones must; lengths in letters."""

    key: str
    label: str
    standard: str
    allowed: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    kind: Kind = Kind.TEXT
    longest: int = 600
    choices: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A paper on the list: who signs it, what may be worded, and why the rest may not."""

    signer: str
    slots: tuple[Slot, ...] = ()
    fixed: str = ""

    def slot(self, key: str) -> Slot:
        """Raises KeyError for a part that may not be adapted."""
        return next((slot for slot in self.slots if slot.key == key), None) or _missing(key)


def _bare(words: str) -> str:
    """Without a closing mark, for a sentence that goes on."""
    return str(words).strip().rstrip(".;,")


def _missing(key: str) -> Slot:
    raise KeyError(key)


#: What stands for a placeholder in the frozen facts of a paper, and how it is explained.
PLACEHOLDERS: dict[str, tuple[Callable[[Mapping[str, Any]], str], str]] = {
    "pemerintah": (lambda facts: facts["kop"]["government"], "pemerintah daerah ini"),
    "kepala_daerah": (lambda facts: facts["kop"]["head_title"], "sebutan Kepala Daerah"),
    "mitra": (lambda facts: facts["partner_name"], "nama mitra"),
    "judul": (lambda facts: _bare(facts["title"]), "judul kerja sama"),
    "urusan": (lambda facts: facts["affair"], "urusan pemerintahan"),
    "perangkat_daerah": (lambda facts: facts["unit_name"], "perangkat daerah yang ditunjuk"),
    "kontak": (lambda facts: _bare(facts["contact"]), "yang dapat dihubungi"),
    "dprd": (lambda facts: facts["council_name"], "sebutan DPRD"),
}
BRACED = re.compile(r"\{([^{}]*)\}")
COPIES_MOST, COPY_LONGEST = 5, 120

NATURE = Slot(
    "nature", "Sifat", "Penting", kind=Kind.CHOICE, choices=("Biasa", "Penting", "Segera", "Sangat Segera"),
    hint="Menurut tingkat kesegeraan pada Tata Naskah Dinas.",
)  # fmt: skip
COPIES = Slot(
    "copies", "Tembusan tambahan", "", kind=Kind.LINES, longest=COPY_LONGEST,
    hint=f"Satu penerima setiap baris, paling banyak {COPIES_MOST}, ditulis di bawah tembusan yang disusun dari kasus; yang itu tidak dapat dihapus.",
)  # fmt: skip
KDH, SEKDA, UNIT, SIDES = "Kepala Daerah", "Sekretaris Daerah", "Kepala perangkat daerah", "Para pihak"
OFFER = "Sehubungan dengan hal tersebut, {pemerintah} menawarkan kepada {mitra} "
ANSWER = "Kami mengharapkan jawaban tertulis Saudara, dan atas perhatian serta kerja samanya diucapkan terima kasih."
CONTACT = "Untuk keperluan koordinasi, Saudara dapat menghubungi {kontak}."
POINTED = "Perangkat daerah yang kami tunjuk adalah {perangkat_daerah}. " + CONTACT
THANKS = "terlebih dahulu kami menyampaikan terima kasih atas kepercayaan {mitra} kepada {pemerintah}."
WILLING = "Demikian disampaikan. Atas perhatian dan kerja samanya diucapkan terima kasih."
REFUSED = "Demikian disampaikan. Atas perhatian dan pengertiannya diucapkan terima kasih."
EXPLAINED = "Apabila diperlukan penjelasan lebih lanjut, Saudara dapat menghubungi {kontak}."
FACTS_ONLY = "Seluruhnya tersusun dari isian kasus; kalimatnya ditulis pada kasus itu."
CLAUSES = "Teks disusun dan diparaf pasal demi pasal; yang dapat disesuaikan ialah pustaka pasal."


def _about(standard: str) -> Slot:
    return Slot("about", "Hal", standard, longest=160, hint="Juga menjadi nama berkas surat.")


def _closing(standard: str, *allowed: str) -> Slot:
    return Slot("closing", "Kalimat penutup", standard, allowed)


def _offer(standard: str) -> Slot:
    return Slot("offer", "Kalimat penawaran", standard, ("pemerintah", "mitra", "urusan", "judul"), ("mitra", "judul"))


def _contact(label: str, standard: str, *required: str) -> Slot:
    return Slot("contact", label, standard, required or ("kontak",), required or ("kontak",))


def _thanks(standard: str) -> Slot:
    return Slot(
        "thanks", "Ucapan terima kasih sesudah rujukan surat", standard, ("mitra", "pemerintah"), ("mitra",),
        hint="Melanjutkan kalimat “Menindaklanjuti surat Saudara …,”.",
    )  # fmt: skip


def _letter(about: str, *slots: Slot, signer: str = KDH) -> Form:
    return Form(signer, (NATURE, _about(about), *slots, COPIES))


UNIT_AND_CONTACT = ("perangkat_daerah", "kontak")
FORMS: dict[str, Form] = {
    "surat_permohonan": _letter(
        "Permohonan Kerja Sama Daerah", _offer(OFFER + "kerja sama di bidang {urusan} tentang {judul}."),
        _contact("Lampiran dan kontak", "Sebagai bahan pertimbangan, bersama ini kami lampirkan Kerangka Acuan Kerja. " + CONTACT),
        _closing("Demikian permohonan ini disampaikan. " + ANSWER),
    ),
    "surat_kesediaan": _letter(
        "Kesediaan Kerja Sama Daerah",
        _contact(
            "Tindak lanjut dan kontak",
            "Rencana kerja sama tersebut selanjutnya dibahas bersama melalui Tim Koordinasi Kerja Sama Daerah sesuai dengan ketentuan "
            "peraturan perundang-undangan. " + POINTED, *UNIT_AND_CONTACT,
        ),
        _closing(WILLING),
    ),
    "surat_penolakan": _letter(
        "Jawaban atas Permohonan Kerja Sama Daerah", _thanks(THANKS), _contact("Kontak", EXPLAINED), _closing(REFUSED)
    ),
    "surat_penawaran_pihak_ketiga": _letter(
        "Penawaran Kerja Sama Daerah dengan Pihak Ketiga", _offer(OFFER + "kerja sama di bidang {urusan} tentang {judul}."),
        _contact(
            "Jawaban, lampiran, dan kontak",
            "Apabila bersedia, mohon jawaban tertulis Saudara disertai salinan dokumen legalitas. Kerangka Acuan Kerja kami lampirkan. " + CONTACT,
        ),
        _closing("Demikian penawaran ini disampaikan. Atas perhatian dan kerja samanya diucapkan terima kasih."),
    ),
    "surat_kesediaan_pihak_ketiga": _letter(
        "Jawaban atas Penawaran Kerja Sama", _contact("Perangkat daerah dan kontak", POINTED, *UNIT_AND_CONTACT), _closing(WILLING)
    ),
    "surat_penolakan_pihak_ketiga": _letter(
        "Jawaban atas Penawaran Kerja Sama",
        _thanks("terlebih dahulu kami menyampaikan terima kasih atas prakarsa {mitra}."), _contact("Kontak", EXPLAINED), _closing(REFUSED),
    ),
    "surat_penawaran_sinergi": _letter(
        "Penawaran Sinergi Program", _offer(OFFER + "sinergi di bidang {urusan} tentang {judul}."),
        _contact("Lampiran dan kontak", "Kerangka Acuan Kerja kami lampirkan. " + CONTACT),
        _closing("Demikian penawaran ini disampaikan. " + ANSWER),
    ),
    "surat_kesediaan_sinergi": _letter(
        "Kesediaan Sinergi Program", _contact("Perangkat daerah dan kontak", POINTED, *UNIT_AND_CONTACT), _closing(WILLING)
    ),
    "surat_penolakan_sinergi": _letter(
        "Jawaban atas Penawaran Sinergi Program", _thanks(THANKS), _contact("Kontak", EXPLAINED), _closing(REFUSED)
    ),
    "permohonan_dprd": _letter(
        "Permohonan Persetujuan Rencana Kerja Sama Daerah",
        Slot(
            "opening", "Kalimat pembuka",
            "Dalam rangka penyelenggaraan urusan pemerintahan yang menjadi kewenangan daerah, {pemerintah} merencanakan kerja sama dengan "
            "{mitra} tentang {judul}.", ("pemerintah", "mitra", "judul"), ("mitra", "judul"),
        ),
        Slot(
            "points", "Pengantar pokok-pokok rencana",
            "Sebagai bahan pertimbangan, kami sampaikan pokok-pokok rencana kerja sama sebagai berikut:", ("dprd",),
        ),
        _closing("Demikian permohonan ini disampaikan. Atas perhatian dan persetujuannya diucapkan terima kasih.", "dprd"),
    ),
    "surat_pemerintah": Form(KDH, (NATURE, _closing("Demikian disampaikan. Atas perhatian dan perkenan Bapak/Ibu diucapkan terima kasih."), COPIES)),
    "laporan_kerja_sama": Form(
        KDH,
        (NATURE, _closing("Demikian laporan ini disampaikan. Atas perhatian dan arahan Bapak/Ibu diucapkan terima kasih."), COPIES),
    ),
    "nota_laporan_kerja_sama": Form(
        "Kepala Bagian Kerja Sama", (NATURE, _closing("Demikian dilaporkan. Selanjutnya kami mohon arahan."), COPIES)
    ),
    "surat_kuasa": Form(KDH, (_closing("Demikian surat kuasa ini dibuat untuk dipergunakan sebagaimana mestinya."),)),
    "keputusan_kdh": Form(KDH, (COPIES,)),
    "undangan_tkksd": _letter(
        "Undangan Rapat Tim Koordinasi Kerja Sama Daerah",
        Slot("absent", "Bila berhalangan", "Anggota yang berhalangan hadir agar menunjuk wakil dengan surat tugas."),
        _closing("Demikian disampaikan. Atas perhatian dan kehadirannya diucapkan terima kasih."), signer=SEKDA,
    ),
    "berita_acara_tkksd": Form(
        "Ketua, Wakil Ketua, dan Sekretaris TKKSD",
        (_closing("Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya."),),
    ),
    "rekomendasi_tkksd": Form(SEKDA, (NATURE, _closing("Demikian disampaikan. Selanjutnya kami mohon arahan Bapak/Ibu {kepala_daerah}.", "kepala_daerah"))),
    "daftar_hadir_tkksd": Form("Anggota TKKSD", fixed=FACTS_ONLY),
    "lembar_paraf": Form("Pejabat pemaraf", fixed="Seluruhnya catatan paraf atas satu teks; kalimatnya menyatakan akibat hukumnya."),
    "kak": Form(UNIT, fixed=FACTS_ONLY),
    "kajian_penjajakan": Form(UNIT, fixed=FACTS_ONLY),
    "rencana_kerja_sama": Form(KDH, fixed=FACTS_ONLY),
    "laporan_monev": Form(UNIT, fixed=FACTS_ONLY),
    "evaluasi_monev": Form("Kepala Bagian Kerja Sama", fixed=FACTS_ONLY),
    "kesepakatan_bersama": Form(SIDES, fixed=CLAUSES),
    "perjanjian_kerja_sama": Form(SIDES, fixed=CLAUSES),
    "adendum": Form(SIDES, fixed=CLAUSES),
    "nota_kesepakatan": Form(SIDES, fixed=CLAUSES),
    "naskah_dua_bahasa": Form(SIDES, fixed=CLAUSES),
}  # fmt: skip


def said(template: str, key: str, facts: Mapping[str, Any]) -> str:
    """The words of a slot in a paper: as frozen with it, else the standard; placeholders filled from its facts.

    Never read as a template: a placeholder is one of a fixed list.
    """
    words = (facts.get("wording") or {}).get(key) or FORMS[template].slot(key).standard
    return BRACED.sub(lambda match: str(PLACEHOLDERS[match[1]][0](facts)), words)
