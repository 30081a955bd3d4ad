"""Samples of the statutory reports: a second edition to the Gubernur, and the yearly recapitulation inside the house."""

# ruff: noqa: E501  whole sentences are easier to read

from typing import Any

from kerjasama.documents import papers
from kerjasama.statutory.papers import columns_of
from kerjasama.statutory.sheets import LISTED, SUMMARY

TABLES: list[dict[str, Any]] = [
    {
        "title": "Ringkasan", "empty": "", "columns": columns_of(SUMMARY),
        "totals": ["Jumlah", "3", "1", "3", "0", "4", "2", "Rp1.014.513.331.000", "Rp1.003.788.629.000", "Rp1.250.000.000"],
        "rows": [
            ["KSDD", "2", "1", "2", "0", "3", "1", "Rp1.010.000.000.000", "Rp1.000.112.500.000", "Rp1.112.500.000"],
            ["KSDPK", "1", "0", "1", "0", "1", "1", "Rp4.513.331.000", "Rp3.676.129.000", "Rp137.500.000"],
        ],
    },
    {
        "title": "Daftar naskah kerja sama", "totals": [], "empty": "",
        "columns": columns_of(LISTED),
        "rows": [
            [
                "Pengelolaan Sampah Regional di TPA Wanakerta\nKSDD sukarela, Kesepakatan Bersama",
                "Pemerintah Kabupaten Wanasari: 100.3.7/045/KB/KS/III/2026\nPemerintah Kabupaten Tirtamarga: 600.4.15/031/KB/2026", "4 Mar 2026",
                "4 Mar 2026 sampai 3 Mar 2031", "Dinas Lingkungan Hidup", "Berlaku", "Semester I 2026, selesai dievaluasi",
            ],
            [
                "Rujukan Pasien Perbatasan\nKSDD sukarela, Kesepakatan Bersama", "Pemerintah Kabupaten Wanasari: 100.3.7/012/KB/KS/I/2025",
                "9 Jan 2025", "9 Jan 2025 sampai 8 Jan 2030", "Dinas Kesehatan", "Berlaku", "Belum ada laporan",
            ],
        ],
    },
    {
        "title": "Usulan dalam proses", "totals": [], "empty": "Tidak ada usulan yang sedang berjalan.", "rows": [],
        "columns": [{"label": "Usulan", "money": False, "centre": False}],
    },
    {
        "title": "Perubahan sejak Laporan pelaksanaan kerja sama daerah Semester I 2026", "totals": [], "empty": "",
        "columns": [{"label": label, "money": False, "centre": label == "Perubahan"} for label in ("Daftar", "Judul", "Perubahan", "Isian", "Semula", "Menjadi")],
        "rows": [["Naskah", "Pengelolaan Sampah Regional di TPA Wanakerta", "Berubah", "Rekomendasi evaluasi", "Belum dievaluasi", "Dilanjutkan"]],
    },
]  # fmt: skip
WORDS: dict[str, Any] = {
    "basis": "UU 23/2014 Pasal 368",
    "figures": [
        "naskah kerja sama yang ditandatangani, berlaku, atau berakhir pada periode ini: 3 naskah",
        "naskah yang sudah dilaporkan perangkat daerah pelaksana: 2 naskah",
        "usulan yang masih dalam proses: 0 usulan",
    ],
    "parts": [
        (
            "Analisis",
            "Sebagian besar kerja sama berjalan sesuai dengan rencana kerjanya. Laporan perangkat daerah belum seluruhnya masuk.",
        ),
        (
            "Rencana tindak lanjut",
            "a. menetapkan jadwal kegiatan bersama pada bulan pertama setiap semester; dan\nb. mengingatkan perangkat daerah yang belum melapor.",
        ),
    ],
    "tables": TABLES,
}


def to_governor(signer: Any, kop: Any, mark: str) -> dict[str, Any]:
    """A second edition, which lists what changed."""
    return papers.statutory_report(
        title="Laporan pelaksanaan kerja sama daerah", period="Semester I 2026", edition=2, why="laporan dua perangkat daerah baru masuk",
        to=["Yth. Gubernur", "selaku wakil Pemerintah Pusat", "di tempat"],
        opening="Berdasarkan UU 23/2014 Pasal 368, bersama ini kami sampaikan laporan pelaksanaan kerja sama daerah Pemerintah Kabupaten Wanasari untuk "
        "periode 1 Januari 2026 sampai dengan 30 Juni 2026, dengan pokok-pokok sebagai berikut:",
        compared="Laporan pelaksanaan kerja sama daerah Semester I 2026 Nomor 100.3.7/118/SURAT/KS/VII/2026 tanggal 9 Juli 2026", content_hash=mark,
        signer=signer, copies=["Menteri Dalam Negeri u.p. Direktur Jenderal Bina Administrasi Kewilayahan", "Sekretaris Daerah"], kop=kop, **WORDS,
    )  # fmt: skip


def to_head(signer: Any, kop: Any, mark: str) -> dict[str, Any]:
    """The recapitulation of a year as a nota dinas."""
    return papers.statutory_report(
        title="Rekapitulasi kerja sama daerah", period="Tahun 2026", edition=1, why="", to=["Yth. Bupati Wanasari"],
        opening="Berdasarkan Perda tentang kerja sama daerah, bersama ini kami sampaikan rekapitulasi kerja sama daerah Pemerintah Kabupaten Wanasari untuk "
        "periode 1 Januari 2026 sampai dengan 31 Desember 2026, dengan pokok-pokok sebagai berikut:",
        compared="", content_hash=mark, signer=signer, copies=["Sekretaris Daerah", "Asisten yang membidangi kerja sama"], rank="SETDA", kop=kop,
        **{**WORDS, "tables": TABLES[:3]},
    )  # fmt: skip
