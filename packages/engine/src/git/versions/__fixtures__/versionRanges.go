//go:build ignore

// Writes what Masterminds/semver v3.5.0 says of ranges and versions, in a module that requires it:
// `go run versionRanges.go >versionRanges.json`.
package main

import (
	"encoding/json"
	"errors"
	"os"

	"github.com/Masterminds/semver/v3"
)

var versions = []string{
	"0.0.0", "0.0.1", "0.0.2", "0.1.0", "0.2.3", "0.2.4", "0.3.0", "1", "v1.2", "1.2.0", "1.2.3", "01.2.3", "1.2.4",
	"1.3.0", "1.10.0", "2.0.0", "v2.1.0", "2.1.1", "11.0.0", "11.1.0", "11.1.5", "11.2.0", "12.0.0",
	"1.2.3+build.7", "0.0.0-alpha", "1.2.0-0", "1.2.3-alpha", "1.2.3-alpha.1", "1.2.3-alpha.10", "1.2.3-alpha.9",
	"1.2.3-alpha.beta", "1.2.3-beta-2", "1.2.3-18446744073709551615", "1.2.3-18446744073709551616", "2.0.0-rc.1",
	"2.1.0-rc.1", "3.0.0-0.1", "1.2.3-01", "1.2.3-alpha.01", "18446744073709551615.0.0", "18446744073709551616.0.0",
	"1.2.3.4", "V1.2.3", "1.2.", "1.x", "", "main", "release-1.2.3", "1.2.3-", "1.2.3+", "1.2.3-a..b", " 1.2.3", "1.2.3-a_b",
}

var ranges = []string{
	"*", "x", "X", "v*", "*.1", "x.5.7", "*-0", ">*", "<*", ">=*", "<=*", "!=*", "~*", "^*", "=*",
	"1.x", "1.X.x", "1.*", "v1.x", "1.2.x", "1.2.*", "0.x", "0.0.x", "0.2.x", "=1.x", "= 1.2", ">=1.x", "!=1.x", "!=1.2.x", "!=1.2.3", "!= 1.2.3-alpha",
	"!=1.2-alpha", "!=0.x, !=1.2.x",
	">1.2.3", ">1.2", ">1", ">11", ">11.1", ">0", ">=1.2", ">=1.2.3", "=>1.2", "<1.2", "<1.2.3", "<2", "<=1.2", "<=1", "<=1.2.3", "=<1.2.3", "<=11",
	">=1.2 <2", ">=1.2, <2", ">=1.2,<2", ">= 1.2 , < 2.1", ">1 <12 !=2.0.0", ">=1.2.0-0 <2", ">=1.2.0-0, <2.0.0-0", ">=0-0",
	"^1", "^1.2", "^1.2.3", "^0", "^0.2", "^0.2.3", "^0.0", "^0.0.1", "^0.0.0", "^1.2.3-alpha", "^0.0.1-alpha", "^ 1.2", "^v1.2",
	"~1", "~1.2", "~1.2.3", "~0", "~0.0", "~0.0.0", "~0.2", "~>1.2", "~> 1.2.3", "~1.2.3-alpha.2", "~1.2-alpha", "~v2",
	"1.2 - 1.4.5", "1.2.3 - 2", "0 - 1 || 11 - 12", "1.2.3-alpha - 1.2.3", "1.2.3-alpha.1 - 1.2.3-beta-2",
	"1.x || 11.1.x", "<0.1 || >=12", "1.x||2.x", "1.2.3 1.2.3", "1.2.3, 1.2.3",
	"1.2.3", "v1.2", "01.2.3", "1.2.3 || 2.0.0", "=1.2.3", "=01.2.3", "=1.2.3-01", "= v1.2.3+build.8",
	"1.2.3-01", "18446744073709551616.0.0", "=18446744073709551616.0.0",
	"main", "HEAD", "", " ", ",", "1.x,", ",1.x", "1.x ,, 2.x", "||", "1.x ||", "|| 1.x", "1.x | 2.x", "1|2", "*.1|2", "xx", "xX", "1.xx",
	">", ">= ", ">>1", "> >1", "=> >1", "!1", "==1", "~~1", "^^1", "^~1", "<>1", "1.2.3.4", "1.2.3.x", "a.x", "1.x.3", "1.2 -1.4", "1.2- 1.4",
	"release-1.x", "feature/x", ">=1.2-", "\t>=1.2\n<2\f", "1.x\v", "1 2", "1.0 2.0", ">=1 || <0.1 !=0.0.1",
	"1.x || 1.x || 1.x || 1.x || 1.x || 1.x || 1.x || 1.x || 1.x || 1.x || 1.x || 1.x || 1.x || 1.x || 1.x || 1.x || 1.x || 1.x || 1.x || 1.x || 1.x || 1.x || 1.x || 1.x || 1.x || 1.x || 1.x || 1.x || 1.x || 1.x || 1.x || 1.x || 1.x",
}

func main() {
	kinds := map[string]string{}
	parsed := []*semver.Version{}
	for _, text := range versions {
		version, err := semver.NewVersion(text)
		switch {
		case err == nil:
			kinds[text] = "version"
			parsed = append(parsed, version)
		case errors.Is(err, semver.ErrInvalidSemVer):
			kinds[text] = "none"
		default:
			kinds[text] = "unreadable"
		}
	}
	// As argo-cd's MaxVersion decides: a version is no range.
	matches := map[string]any{}
	for _, text := range ranges {
		matches[text] = nil
		if _, err := semver.NewVersion(text); err == nil {
			continue
		}
		constraint, err := semver.NewConstraint(text)
		if err != nil {
			continue
		}
		in := []string{}
		for _, version := range parsed {
			if constraint.Check(version) {
				in = append(in, version.Original())
			}
		}
		matches[text] = in
	}
	order := map[string]string{}
	for _, a := range parsed {
		signs := ""
		for _, b := range parsed {
			signs += map[int]string{-1: "<", 0: "=", 1: ">"}[a.Compare(b)]
		}
		order[a.Original()] = signs
	}
	names := []string{}
	for _, version := range parsed {
		names = append(names, version.Original())
	}
	out := json.NewEncoder(os.Stdout)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	if err := out.Encode(map[string]any{"kinds": kinds, "versions": names, "order": order, "ranges": matches}); err != nil {
		panic(err)
	}
}
