"""Web addresses: a few bytes from them or to them, under one guard.

`addresses` (which may be asked), `fetch_connection` (one checked connection), `fetch` and
`fetch_post` (the users of urllib3).
"""
