# make demo    installs what is missing, builds, serves the demo site on loopback and checks examples/records against it
# make test    installs what is missing and runs every test
# make install PREFIX=/usr/local    puts the binary, its man page and its completions in place
PREFIX ?= /usr/local
DESTDIR ?=
RELEASE = .build/release/stet
SWIFT_RELEASE = swift build -c release --static-swift-stdlib --product stet

.PHONY: build demo test lint format install uninstall man bench clean

build:
	@scripts/setup.sh build
	$(SWIFT_RELEASE)

demo:
	@scripts/setup.sh demo
	$(SWIFT_RELEASE)
	@scripts/demo.sh $(RELEASE)

test:
	@scripts/setup.sh test
	@scripts/test-tools.sh
	swift test

lint:
	swift format lint --strict --parallel --configuration .swift-format --recursive Sources Tests Plugins Package.swift

format:
	swift format format --in-place --parallel --configuration .swift-format --recursive Sources Tests Plugins Package.swift

install: build
	install -D -m 755 -s $(RELEASE) $(DESTDIR)$(PREFIX)/bin/stet
	install -D -m 644 docs/stet.1 $(DESTDIR)$(PREFIX)/share/man/man1/stet.1
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(RELEASE) --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/stet
	$(RELEASE) --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_stet
	$(RELEASE) --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/stet.fish

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/stet $(DESTDIR)$(PREFIX)/share/man/man1/stet.1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/stet $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_stet \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/stet.fish

man:
	swift package --allow-writing-to-package-directory generate-manual --output-directory docs --date 2026-11-24

bench: build
	bench/run.sh

clean:
	rm -rf .build demo-out bench/run
