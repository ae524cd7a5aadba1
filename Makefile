# Lantai 兰台. `make` alone says what there is.
PYTHON ?= python3

# Only a HOST given to make counts: some shells export the machine's name under it.
ifeq ($(origin HOST),command line)
export HOST
else
unexport HOST
endif
export PORT DATA REQUIRE_ALL QUICK PAGES SEARCH SIZES
# A password is taken letter by letter: make would read "$$" in it as a variable of its own.
override export DEMO_PASSWORD := $(value DEMO_PASSWORD)

.PHONY: help python setup run pdf test check bench lock

help:
	@echo "make setup    安装开发所需的一切到 .venv"
	@echo "make run      安装、建库并在本机启动：make run [PORT=8123] [DATA=文件夹] [DEMO_PASSWORD=密码]"
	@echo "make pdf      另装排印 PDF 的程序（先装系统的 pango，见 docs/forms.md）"
	@echo "make test     在 SQLite 和 PostgreSQL 上跑全部测试：make test [ARGS='-k 词'] [REQUIRE_ALL=1]"
	@echo "make check    检查代码、类型、模板、迁移、设置和引用方向"
	@echo "make bench    测量公开页面和检索的速度：make bench [QUICK=1] [PAGES=1] [SEARCH=1] [SIZES=2000,20000] [DATA=文件夹]"
	@echo "make lock     按 pyproject.toml 重新锁定 requirements/"

python:
	@$(PYTHON) -m config.install python

setup: python
	@$(PYTHON) -m config.install dev

run: python
	@exec $(PYTHON) -m config.running

pdf: python
	@$(PYTHON) -m config.install pdf

test: setup
	@.venv/bin/python -m config.testing $(ARGS)

check: setup
	@.venv/bin/python -m config.checking

bench: setup
	@.venv/bin/python -m bench

# Each lock is held to the ones before it; make lock UPGRADE=--upgrade takes newer versions.
LOCK = .venv/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q $(UPGRADE)
BUILT = -c requirements/build.txt
RUN = $(BUILT) -c requirements/run.txt

lock: setup
	@$(LOCK) --group build -o requirements/build.txt
	@$(LOCK) pyproject.toml $(BUILT) -o requirements/run.txt
	@$(LOCK) pyproject.toml --extra pdf $(RUN) -o requirements/pdf.txt
	@$(LOCK) pyproject.toml --group dev --group build $(RUN) -c requirements/pdf.txt -o requirements/dev.txt
