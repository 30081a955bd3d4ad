"""What the naskah with another region and with a third party say in their own words."""

from agreements.domestic_text import Words

REGIONS = Words(
    followed_by="Kesepakatan Bersama ini ditindaklanjuti dengan Perjanjian Kerja Sama yang memuat hak dan kewajiban PARA PIHAK.",
    kb_executor="PARA PIHAK menunjuk perangkat daerah masing-masing; dari pihak pemrakarsa ditunjuk {unit}.",
    written_to="perangkat daerah",
    other="Hal-hal yang belum diatur dalam Kesepakatan Bersama ini diatur kemudian berdasarkan kesepakatan PARA PIHAK.",
    executor="pemrakarsa",
    rights=(
        "PARA PIHAK berhak memperoleh data, manfaat, dan hasil kerja sama sesuai dengan ruang lingkup.",
        "PARA PIHAK wajib:\na. melaksanakan kegiatan sesuai dengan rencana kerja tahunan;\n"
        "b. menyediakan pendanaan sesuai dengan bagian masing-masing; dan\nc. menyampaikan laporan pelaksanaan.",
    ),
    reported_to="kepala daerah masing-masing",
    one_party="Pihak",
    other_party="pihak",
    sanctions=(),
    disputes=(
        "Perselisihan diselesaikan dengan musyawarah untuk mufakat.",
        "Apabila musyawarah tidak mencapai mufakat, perselisihan diselesaikan sesuai dengan Pasal 370 "
        "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah.",
    ),
    ends_when=" atau\ne. objeknya hilang atau musnah.",
    lasting="pimpinan daerah",
)

#: The four clauses of PP 28/2018 art. 19(2) among them.
THIRD_PARTY = Words(
    followed_by=(
        "Kesepakatan Bersama ini ditindaklanjuti dengan Perjanjian Kerja Sama yang paling sedikit memuat hak dan kewajiban PARA PIHAK, "
        "jangka waktu kerja sama, penyelesaian perselisihan, dan sanksi."
    ),
    kb_executor="Pelaksana dari pihak pemerintah daerah adalah {unit}.",
    written_to="pejabat atau narahubung",
    other=(
        "Kesepakatan Bersama ini tidak memberikan hak eksklusif kepada PIHAK mana pun dan tidak mengesampingkan ketentuan peraturan "
        "perundang-undangan tentang pengadaan dan pengelolaan barang milik daerah."
    ),
    executor="pemerintah daerah",
    rights=(
        "Pemerintah daerah berhak memperoleh layanan, data, dan hasil kerja sama sesuai dengan ruang lingkup, serta berkewajiban:\n"
        "a. menyediakan data dan akses yang diperlukan;\nb. memenuhi pembiayaan yang menjadi bagiannya; dan\nc. melakukan pengawasan.",
        "Pihak ketiga berhak memperoleh data, akses, dan imbalan sesuai dengan Perjanjian Kerja Sama ini, serta berkewajiban:\n"
        "a. melaksanakan kegiatan sesuai dengan rencana kerja dan standar pelayanan;\n"
        "b. menyetorkan hasil berupa uang ke kas daerah dan menyerahkan hasil berupa barang untuk dicatat sebagai barang milik daerah; dan\n"
        "c. menyampaikan laporan pelaksanaan.",
    ),
    reported_to="kepala daerah",
    one_party="PIHAK",
    other_party="PIHAK",
    sanctions=(
        "Apabila teguran ketiga tidak diindahkan dalam 14 (empat belas) hari, PIHAK lainnya dapat menghentikan sementara pelaksanaan, "
        "meminta ganti rugi sebesar kerugian nyata, atau mengakhiri Perjanjian Kerja Sama ini.",
    ),
    disputes=(
        "Perselisihan antara PARA PIHAK diselesaikan dengan musyawarah untuk mufakat.",
        "Apabila musyawarah tidak mencapai mufakat dalam 30 (tiga puluh) hari, perselisihan diselesaikan melalui pengadilan negeri di tempat "
        "kedudukan pemerintah daerah.",
    ),
    ends_when=(
        "\ne. objeknya hilang atau musnah;\nf. terdapat putusan pengadilan yang telah berkekuatan hukum tetap; atau\n"
        "g. pihak ketiga dinyatakan pailit."
    ),
    lasting="pimpinan",
)
