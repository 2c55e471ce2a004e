// The last step of the build: keeps the program's rules as they are after checking and compiling, for `openRulebook`.
import { writeFileSync } from 'node:fs'
import { preparedRulesFile } from './open-rulebook.js'
import { prepareRules } from './prepare-rules.js'
import { hashOf, ownRulesDirectory, readRuleSources } from './rule-sources.js'

const sources = readRuleSources(ownRulesDirectory)
writeFileSync(preparedRulesFile, JSON.stringify(prepareRules(sources, [], hashOf(sources))))
