from tests.support.signing import key_folder, own_keys, shared_keys

__all__ = ["key_folder", "own_keys", "shared_keys"]
