#!/usr/bin/env bash
# demo-certificate.sh FOLDER: a certificate authority of the demo's own, and the demo site's certificate signed by it.
set -euo pipefail
folder=$1
mkdir -p "$folder"
[ -s "$folder/site.pem" ] && openssl x509 -checkend 86400 -noout -in "$folder/site.pem" > /dev/null && exit 0
cd "$folder"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj "/CN=Stet demo authority" \
  -keyout ca.key -out ca.pem 2> /dev/null
openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=gazette.test" \
  -keyout site.key -out site.csr 2> /dev/null
openssl x509 -req -in site.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 30 \
  -extfile <(echo "subjectAltName=DNS:gazette.test,DNS:archive.test") -out site.pem 2> /dev/null
