/**
 * The syllables that Vietnamese spelling allows: initial, rhyme, tone. Decodings are told apart by it, so it is strict where the spelling is (c before a, k before e;
 * a rhyme that ends in a stop has the sharp or the heavy tone) and takes both places of the tone mark (hoà, hòa) and the typist's third one (qủa).
 */
const INITIALS: ReadonlySet<string> = new Set('b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x'.split(' ').concat(''))

const OPEN_RHYMES =
  'a ai ao au ay âu ây e eo ê êu i ia iu iêu o oi oa oai oao oay oe oeo ô ôi ơ ơi u ua ui uê uy uya uyu uơ uôi ư ưa ưi ưu ươi ươu y yêu' +
  ' am ăm âm em êm im om ôm ơm um iêm yêm oam oăm uôm ươm an ăn ân en ên in on ôn ơn un iên yên oan oăn oen uân uyn uyên uôn ươn' +
  ' ang ăng âng eng ong oong ông ung ưng iêng yêng oang oăng uâng uông ương anh ênh inh oanh uênh uynh'
const STOPPED_RHYMES =
  'ap ăp âp ep êp ip op ôp ơp up iêp oap oăp uyp ươp at ăt ât et êt it ot ôt ơt ut ưt iêt yêt oat oăt oet uât uyt uyêt uôt ươt' +
  ' ac ăc âc ec oc ooc ôc uc ưc iêc oac oăc uôc ươc ach êch ich oach uêch uych'
const RHYMES: ReadonlySet<string> = new Set(OPEN_RHYMES.split(' '))
const STOPPED: ReadonlySet<string> = new Set(STOPPED_RHYMES.split(' '))
/** After qu the rhyme may begin with y (quyết, quỳnh) besides what stands after any initial. */
const AFTER_QU: ReadonlySet<string> = new Set('yên yêt ynh ych yt yp yn y'.split(' '))

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const FRONT = /^[eêiy]/

const spellingAllows = (initial: string, rhyme: string): boolean => {
  if (initial === 'k' || initial === 'gh' || initial === 'ngh') return FRONT.test(rhyme)
  if (initial === 'c' || initial === 'ng') return !FRONT.test(rhyme)
  if (initial === 'g') return !FRONT.test(rhyme) || rhyme.startsWith('i')
  return true
}

function isSpelled(bare: string, tones: readonly string[]): boolean {
  for (let cut = 0; cut <= Math.min(3, bare.length - 1); cut++) {
    const initial = bare.slice(0, cut)
    const rhyme = bare.slice(cut)
    if (!INITIALS.has(initial) || !spellingAllows(initial, rhyme)) continue
    if (RHYMES.has(rhyme) || (initial === 'qu' && AFTER_QU.has(rhyme) && !rhyme.endsWith('t') && !rhyme.endsWith('p') && !rhyme.endsWith('ch'))) return true
    const stopped = STOPPED.has(rhyme) || (initial === 'qu' && AFTER_QU.has(rhyme))
    if (stopped && (tones[0] === '\u0301' || tones[0] === '\u0323')) return true
  }
  return false
}

function judge(word: string): boolean {
  const parts = word.normalize('NFD')
  const tones = parts.match(TONES) ?? []
  return tones.length <= 1 && isSpelled(parts.replace(TONES, '').normalize('NFC'), tones)
}

const judged = new Map<string, boolean>()
const MOST_JUDGED = 20_000

/** Whether a lower-case NFC word is a syllable of Vietnamese spelling, marks included. `quyết` is, `quyêt` and `quyªt` are not. */
export function isSyllable(word: string): boolean {
  const known = judged.get(word)
  if (known !== undefined) return known
  const result = word.length <= 8 && judge(word)
  if (judged.size >= MOST_JUDGED) judged.clear()
  judged.set(word, result)
  return result
}
