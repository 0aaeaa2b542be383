"""Serving: the server around the doors, who may ask, what is seen of it from outside.

`server` with `garbage`, `alongside` (threads beside the answering), `background` (weaving while it
answers), `noticing` with `notice_addresses` (comparing kept checks again, and telling), `fetching`
(addresses that callers name); `security` with `forwarding` and `cross_origin`; `observing` with
`logs` and `metrics`; `problems` with `faults` (errors as they are told).
"""
