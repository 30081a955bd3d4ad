from kerjasama.accounts.admin import government, people, seats

__all__ = ["government", "people", "seats"]
