"""The facts a register may hold about a naskah, as the importer calls them."""

from enum import StrEnum


class Field(StrEnum):
    """One fact of a row. The codes are kept in remembered mappings: they are not renamed."""

    NO = "NO"
    YEAR = "YEAR"
    CATEGORY = "CATEGORY"
    FORM = "FORM"
    TITLE = "TITLE"
    PARTY_US = "PARTY_US"
    PARTNER = "PARTNER"
    NUMBER = "NUMBER"
    NUMBER_US = "NUMBER_US"
    NUMBER_PARTNER = "NUMBER_PARTNER"
    SIGNER = "SIGNER"
    SIGNER_US = "SIGNER_US"
    SIGNER_PARTNER = "SIGNER_PARTNER"
    OFFICE = "OFFICE"
    OFFICE_US = "OFFICE_US"
    OFFICE_PARTNER = "OFFICE_PARTNER"
    SIGNED_ON = "SIGNED_ON"
    STARTS_ON = "STARTS_ON"
    ENDS_ON = "ENDS_ON"
    TERM = "TERM"
    STATUS = "STATUS"
    UNIT = "UNIT"
    AFFAIR = "AFFAIR"
    SCOPE = "SCOPE"
    PARENT = "PARENT"
    LINK = "LINK"
    REMARKS = "REMARKS"


LABELS = {
    Field.NO: "nomor urut", Field.YEAR: "tahun", Field.CATEGORY: "kategori", Field.FORM: "bentuk naskah", Field.TITLE: "tentang",
    Field.PARTY_US: "pihak kesatu", Field.PARTNER: "mitra", Field.NUMBER: "nomor naskah", Field.NUMBER_US: "nomor pihak kesatu",
    Field.NUMBER_PARTNER: "nomor mitra", Field.SIGNER: "penandatangan", Field.SIGNER_US: "penandatangan pihak kesatu",
    Field.SIGNER_PARTNER: "penandatangan mitra", Field.OFFICE: "jabatan", Field.OFFICE_US: "jabatan pihak kesatu", Field.OFFICE_PARTNER: "jabatan mitra",
    Field.SIGNED_ON: "tanggal tanda tangan", Field.STARTS_ON: "mulai berlaku", Field.ENDS_ON: "berakhir", Field.TERM: "jangka waktu",
    Field.STATUS: "status", Field.UNIT: "perangkat daerah", Field.AFFAIR: "urusan", Field.SCOPE: "ruang lingkup", Field.PARENT: "naskah induk",
    Field.LINK: "tautan", Field.REMARKS: "keterangan",
}  # fmt: skip
#: Several columns may hold these; every other field takes one.
MANY = frozenset(
    {Field.PARTNER, Field.NUMBER_PARTNER, Field.SIGNER_PARTNER, Field.OFFICE_PARTNER, Field.REMARKS, Field.LINK}
)
DATES = (Field.SIGNED_ON, Field.STARTS_ON, Field.ENDS_ON)
NUMBERS = (Field.NUMBER, Field.NUMBER_US, Field.NUMBER_PARTNER)
