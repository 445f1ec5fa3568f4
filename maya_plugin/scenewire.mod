+ MAYAVERSION:2023 scenewire 0.1.0 ./scenewire
PYTHONPATH+:=python

+ MAYAVERSION:2024 scenewire 0.1.0 ./scenewire
PYTHONPATH+:=python

+ MAYAVERSION:2025 scenewire 0.1.0 ./scenewire
PYTHONPATH+:=python

+ MAYAVERSION:2026 scenewire 0.1.0 ./scenewire
PYTHONPATH+:=python

+ MAYAVERSION:2027 scenewire 0.1.0 ./scenewire
PYTHONPATH+:=python
