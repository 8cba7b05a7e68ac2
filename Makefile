# All set-up logic is in packaging/bootstrap.py; on Windows and macOS call it directly.
PYTHON ?= python3

.PHONY: run test check setup models wheel translations lock

run test check setup models wheel translations lock:
	@$(PYTHON) packaging/bootstrap.py $@ $(ARGS)
