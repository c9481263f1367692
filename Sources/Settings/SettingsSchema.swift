/// The JSON Schema of `stet.yml`: docs/stet-schema.json. A test holds its keys and those of the
/// reader equal.
package enum SettingsSchema {
  package static let text = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "The configuration of stet: stet.yml",
      "type": ["object", "null"],
      "additionalProperties": false,
      "properties": {
        "base-url": {
          "description": "What relative links are resolved against where a record has no address.",
          "type": "string",
          "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^@]+$"
        },
        "extends": {
          "description": "Files that this one is laid over; paths from this file, inside the repository.",
          "$ref": "#/$defs/paths"
        },
        "fail-on": {
          "description": "The least severity that fails a run.",
          "$ref": "#/$defs/severity"
        },
        "feed": {
          "description": "The site's feeds (RSS, Atom), in which nothing may be without a record.",
          "$ref": "#/$defs/addresses"
        },
        "fields": {
          "description": "What the records call their fields, and which hold links: names with dots between them, or JSON Pointers. In lists * stands for every name and index.",
          "type": ["object", "null"],
          "additionalProperties": false,
          "properties": {
            "alternates": {
              "description": "The addresses of the page's other forms, or each form by its name.",
              "anyOf": [
                { "$ref": "#/$defs/fields" },
                {
                  "type": "object",
                  "additionalProperties": false,
                  "properties": {
                    "html": { "$ref": "#/$defs/name" },
                    "jsonld": { "$ref": "#/$defs/name" },
                    "markdown": { "$ref": "#/$defs/name" },
                    "text": { "$ref": "#/$defs/name" }
                  }
                }
              ]
            },
            "base": {
              "description": "The address that relative links are resolved against; the url.",
              "$ref": "#/$defs/field"
            },
            "body_md": { "$ref": "#/$defs/name" },
            "canonical_source": { "$ref": "#/$defs/name" },
            "entities": { "$ref": "#/$defs/name" },
            "lang": { "$ref": "#/$defs/name" },
            "markdown": {
              "description": "Texts in Markdown; the body_md.",
              "$ref": "#/$defs/fields"
            },
            "published_at": { "$ref": "#/$defs/name" },
            "slug": { "$ref": "#/$defs/name" },
            "summary": { "$ref": "#/$defs/name" },
            "title": { "$ref": "#/$defs/name" },
            "topics": { "$ref": "#/$defs/name" },
            "updated_at": { "$ref": "#/$defs/name" },
            "url": { "$ref": "#/$defs/name" },
            "urls": {
              "description": "Addresses of the article and its sources; url and canonical_source.",
              "$ref": "#/$defs/fields"
            }
          }
        },
        "hosts": {
          "description": "What differs at some hosts, by name; lower limits only.",
          "type": ["object", "null"],
          "additionalProperties": {
            "type": "object",
            "additionalProperties": false,
            "properties": {
              "accept": { "$ref": "#/$defs/statuses" },
              "connections": { "type": "integer", "minimum": 1, "maximum": 6 },
              "method": { "$ref": "#/$defs/method" },
              "rate": {
                "description": "Requests a second at most.",
                "type": "number",
                "exclusiveMinimum": 0,
                "maximum": 20
              },
              "timeout": { "$ref": "#/$defs/time" }
            }
          }
        },
        "ignore": {
          "description": "Findings that stand.",
          "type": "array",
          "items": {
            "type": "object",
            "required": ["reason", "rule"],
            "additionalProperties": false,
            "properties": {
              "file": { "description": "A pattern of files.", "$ref": "#/$defs/text" },
              "href": { "description": "A link, or its beginning with *.", "$ref": "#/$defs/text" },
              "reason": { "$ref": "#/$defs/text" },
              "record": { "description": "A record's slug.", "$ref": "#/$defs/text" },
              "rule": { "$ref": "#/$defs/rule" },
              "until": {
                "description": "The last day on which it holds.",
                "type": "string",
                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
              }
            }
          }
        },
        "links": {
          "description": "How links are probed. Limits can be lowered here; only the command line raises them.",
          "type": ["object", "null"],
          "additionalProperties": false,
          "properties": {
            "accept": { "$ref": "#/$defs/statuses" },
            "connect-timeout": { "$ref": "#/$defs/time" },
            "connections": { "type": "integer", "minimum": 1, "maximum": 64 },
            "exclude": {
              "description": "Hosts, addresses with * and expressions between slashes: links that are not probed.",
              "$ref": "#/$defs/texts"
            },
            "host-connections": { "type": "integer", "minimum": 1, "maximum": 6 },
            "include": {
              "description": "Links that are probed although they are excluded.",
              "$ref": "#/$defs/texts"
            },
            "max-age": {
              "description": "How long a verdict is believed.",
              "type": ["object", "null"],
              "additionalProperties": false,
              "properties": {
                "alive": { "$ref": "#/$defs/time" },
                "dead": { "$ref": "#/$defs/time" },
                "moved": { "$ref": "#/$defs/time" }
              }
            },
            "max-redirects": { "type": "integer", "minimum": 0, "maximum": 10 },
            "max-time": { "$ref": "#/$defs/time" },
            "method": { "$ref": "#/$defs/method" },
            "rate": {
              "description": "Requests a second to one host at the start.",
              "type": "number",
              "exclusiveMinimum": 0,
              "maximum": 20
            },
            "remap": {
              "description": "An expression and its replacement, with $1 to $9 for groups: what is asked in the place of an address.",
              "$ref": "#/$defs/texts"
            },
            "retries": {
              "description": "How often a request is made again at most.",
              "type": "integer",
              "minimum": 0,
              "maximum": 2
            },
            "robots": { "description": "Whether robots.txt is heeded.", "type": "boolean" },
            "timeout": { "$ref": "#/$defs/time" },
            "user-agent": { "type": "string", "pattern": "^[ -~]*[!-~][ -~]*$" }
          }
        },
        "overrides": {
          "description": "What is set for some files; of several that name a rule the last counts.",
          "type": "array",
          "items": {
            "type": "object",
            "required": ["files", "rules"],
            "additionalProperties": false,
            "properties": {
              "files": { "description": "Patterns from this file's folder.", "$ref": "#/$defs/texts" },
              "rules": { "$ref": "#/$defs/rules" }
            }
          }
        },
        "own-hosts": {
          "description": "Hosts that our own addresses may have: news.example, *.news.example.",
          "$ref": "#/$defs/texts"
        },
        "rule-folders": {
          "description": "Folders of rules of one's own; paths from this file, inside the repository.",
          "$ref": "#/$defs/paths"
        },
        "rules": { "$ref": "#/$defs/rules" },
        "sitemap": {
          "description": "The site's sitemaps or indexes of them, compared with what the records publish.",
          "$ref": "#/$defs/addresses"
        },
        "thresholds": {
          "description": "When links fail a run that alone do not.",
          "type": ["object", "null"],
          "additionalProperties": false,
          "properties": {
            "doubtful": {
              "type": "object",
              "required": ["error-if"],
              "additionalProperties": false,
              "properties": {
                "error-if": {
                  "description": "Of the links that were judged: > 5%, >= 10.",
                  "type": "string",
                  "pattern": "^ *>=? *[0-9]+(\\.[0-9]+)?%? *$"
                }
              }
            }
          }
        }
      },
      "$defs": {
        "address": { "type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^@]+$" },
        "addresses": {
          "anyOf": [
            { "$ref": "#/$defs/address" },
            { "type": "array", "items": { "$ref": "#/$defs/address" } }
          ]
        },
        "text": { "type": "string", "pattern": "\\S" },
        "texts": {
          "anyOf": [
            { "$ref": "#/$defs/text" },
            { "type": "array", "items": { "$ref": "#/$defs/text" } }
          ]
        },
        "path": { "type": "string", "pattern": "^[^/\\s]" },
        "paths": {
          "anyOf": [
            { "$ref": "#/$defs/path" },
            { "type": "array", "items": { "$ref": "#/$defs/path" } }
          ]
        },
        "name": {
          "description": "The path of one field: headline, content.markdown, /content/markdown.",
          "type": "string",
          "pattern": "^((/([^~/*]|~[01])+)+|[^./$\\[\\] *]+(\\.[^./$\\[\\] *]+)*)$"
        },
        "field": {
          "type": "string",
          "pattern": "^((/([^~]|~[01])*)+|[^./$\\[\\] ]+(\\.[^./$\\[\\] ]+)*)$"
        },
        "fields": {
          "anyOf": [
            { "$ref": "#/$defs/field" },
            { "type": "array", "items": { "$ref": "#/$defs/field" } }
          ]
        },
        "method": {
          "description": "What an address is asked with first: head, and get where that says no; or get at once.",
          "enum": ["get", "head"]
        },
        "status": {
          "anyOf": [
            { "type": "integer", "minimum": 100, "maximum": 599 },
            { "type": "string", "pattern": "^ *[1-5][0-9]{2}(\\.\\.[1-5][0-9]{2})?( *, *[1-5][0-9]{2}(\\.\\.[1-5][0-9]{2})?)* *$" }
          ]
        },
        "statuses": {
          "description": "Statuses that count as alive beside 200 to 299: 403, 500..599.",
          "anyOf": [
            { "$ref": "#/$defs/status" },
            { "type": "array", "items": { "$ref": "#/$defs/status" } }
          ]
        },
        "time": {
          "description": "10s, 500ms, 2m, 1h, 7d; a number alone is seconds.",
          "anyOf": [
            { "type": "number", "exclusiveMinimum": 0 },
            { "type": "string", "pattern": "^[0-9]+(\\.[0-9]+)?(ms|s|m|min|h|d)?$" }
          ]
        },
        "severity": { "enum": ["error", "note", "warning"] },
        "level": { "enum": ["error", "note", "off", "warning"] },
        "rule": {
          "description": "A rule's ID, or the beginning of it with *: dates/not-utc, links/*.",
          "type": "string",
          "pattern": "^([a-z0-9/-]*\\*|[a-z0-9-]+/[a-z0-9-]+)$"
        },
        "rules": {
          "description": "By ID, or by pack as links/*; the last that fits counts.",
          "type": ["object", "null"],
          "propertyNames": { "$ref": "#/$defs/rule" },
          "additionalProperties": {
            "anyOf": [
              { "$ref": "#/$defs/level" },
              {
                "description": "A severity and options of the rule's kind.",
                "type": "object",
                "properties": { "severity": { "$ref": "#/$defs/level" } }
              }
            ]
          }
        }
      }
    }

    """#
}
