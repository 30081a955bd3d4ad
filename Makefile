# Two commands are enough: `make run` and `make test`. `make help` lists the rest.
PYTHON ?= python3
LOCAL := $(PYTHON) -m deploy.local
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run test bench fuzz check fix setup db migrate demo docs lock stop clean

help: ## daftar perintah ini
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## siapkan semuanya lalu jalankan di http://127.0.0.1:8000 (PORT=... untuk port lain)
	@$(LOCAL) run

test: ## siapkan semuanya lalu jalankan seluruh uji (ARGS="-k nama" untuk sebagian)
	@$(LOCAL) test $(ARGS)

bench: ## ukur harga satu surat, memori 1.000 surat, 2.000 nomor oleh 8 klien, dan impor 9.000 naskah (tidak ikut seluruh uji)
	@$(LOCAL) test -n 0 -s -q tests/bench/bench_papers.py tests/bench/bench_import.py

fuzz: ## jalankan tindakan acak pada kasus acak, lama dan tanpa benih tetap (N=... kali, bawaan 100)
	@FUZZ_EXAMPLES=$(or $(N),100) $(LOCAL) test -n 0 -s -q tests/workflow/test_stateful.py

check: ## periksa kode: ruff, arah impor, migrasi, templat, setelan produksi
	@$(LOCAL) check

fix: ## rapikan kode dengan ruff
	@$(LOCAL) fix

setup: ## pasang paket sistem dan pustaka Python saja
	@$(LOCAL) setup-test

db: ## jalankan PostgreSQL pribadi (.local/pg) sampai `make stop`
	@$(LOCAL) db

migrate: ## terapkan migrasi, juga pada DATABASE_URL
	@$(LOCAL) migrate

demo: ## isi data peragaan pada basis data pribadi yang masih kosong
	@$(LOCAL) demo

docs: ## tulis ulang bagian dokumentasi yang dibuat dari kode
	@$(LOCAL) docs

lock: ## perbarui requirements*.txt dari requirements*.in (perlu uv)
	@$(LOCAL) lock

stop: ## hentikan semua proses yang dijalankan dari folder ini
	@$(LOCAL) stop

clean: ## hapus .venv dan .local beserta seluruh datanya (YES=1 tanpa bertanya)
	@YES=$(YES) $(LOCAL) clean
