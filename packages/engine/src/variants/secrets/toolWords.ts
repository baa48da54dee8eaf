/**
 * The words of messages of Helm 3 and 4, Kustomize 5, Go's text/template, encoding/json and YAML parsers, and the JSON Schema
 * validator, in lower case: what they say by themselves, whatever they are given.
 */
const WORDS = `
a about accumulate accumulating accumulation add added additional after again against all allof allowed already ambiguous an
and annotation annotations another any anyof api apiversion applied apply applying are argument arguments array as at atof
atoi bad base bases be because been before being between block bool boolean both build builder builtin but by bytes call
called calling can cannot chart chart.yaml charts character characters check choose close closed command comment common
compare comparison configmap conflict conflicting const contain contained containing contains content control conversion
convert converted converting could crd create created creating cron cyclic data date decode decoded decoding default
define defined definition definitions denied dependencies dependency deployment deprecated depth descriptor did digit
digits directive directory disabled division do document documents does done draft dry duplicate duplicated during each
either element elements else email empty encode end ended ends engine entries entry enum env eof equal err error errors
escape evaluate evaluating evaluation exactly exceeded exclusiveminimum exclusivemaximum exec executable executing
execution exist existing exists exit expand expect expected explicit expression extra fail failed failing failure false
few field fields file files find flag float float64 flow following follows for format found from function generate
generator get git go got group greater has have helm helmcharts helmchartinflationgenerator horizontalpodautoscaler
hostname hook id if ignore illegal image images implement in incompatible incomparable include index indent indentation
indicator ingress inflate input install installation instead int int32 int64 integer interface internal into invalid is it
item items its iteration job json jsonpatch key keys kind kubernetes kubeversion kustomization kustomization.yaml kustomize
label labels layer layers length less level limit line lines link list literal load loaded loader loading longer loop lookup
macro made main malformed manifest manifests map mapping maps marshal match matches matching max maximum maxitems
maxlength may meet merge merging message metadata method min minimum minitems minlength missing more most multiple multipleof
must name named namespace namespaces nested nil no node nodes non nons none not null number object objects obsolete of ok
one oneof only open operand operation operator option options or other out output outside overflow override package panic parse
parsed parser parsing patch patches path pattern patternproperties permitted pipeline plugin pod point pointer position prefix
preparing prevented previous problem process produce properties property propertynames quoted quotes range read reading
receive recursion reference references refers regexp release remote remove render rendered rendering repeated replace
replacement replicas repository require required requirement reserved resmap resource resources result return returned
reused rollout root run runtime same scalar scan scanner scanning schema secret security segment sequence service
serviceaccount set should signal similar simple single size skip slice some source spec specifications specify specified
stack start starting statefulset status step strategic stream string strings struct structure style such support supported
switch syntax tab tabs tag target template templates than that the their them then there these this through time times to
token tokens tolerate too top total transform transformer true try trying two type types unable unclosed undefined
unescaped unevaluated unexpected unhandled unidentified unique uniqueitems unknown unmarshal unmarshaling unrecognized unresolved unsupported until
unterminated update upgrade use used uses using uri valid validate validation validating value values values.yaml
values.schema.json variable version versions via was were when where which while will with within without wrap wrong yaml yml
you your zero
`;

export const toolWords: ReadonlySet<string> = new Set(
  WORDS.trim().split(/\s+/),
);
