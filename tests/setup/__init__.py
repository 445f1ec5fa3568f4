"""Brings what the demo, the tests and the benchmarks need: Pythons, venvs, Blenders, the wheel. Standard
library only.
"""
