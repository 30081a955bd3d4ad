"""Electronic signatures on papers: one small port, and behind it the backends that sign.

port       what is asked of a backend, what it answers, and how it says no
backends   which backend this region uses
local      a certificate of the region for each signer, opened by his passphrase (tidak tersertifikasi)
bsre       the e-Sign client service of BSrE, v1 and v2 (tersertifikasi)
fields     the places in a paper where its parties sign, made before the first signature
judging    what the signatures in a file are worth, whoever made them
chain      whether a file goes on from the one before
"""
