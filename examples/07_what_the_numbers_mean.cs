#:project ../src/Interlock.ExecSpec/Interlock.ExecSpec.csproj

// What a policy's numbers mean, and what the same numbers would be with a neighbouring entry of the statistics file.
// From the root of the repository: dotnet run examples/07_what_the_numbers_mean.cs [FILE.execspec.json | CHECKPOINT KEY]
using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Drift;
using Interlock.ExecSpec.Import;
using Interlock.ExecSpec.Specification;

string path = args.Length > 0 ? args[0] : "examples/specs/libero_goal.execspec.json";
ExecutableSpec spec = SpecImport.Open(path, new ImportRequest { Key = args.Length > 1 ? args[1] : null }).Require();
Console.WriteLine($"{spec.Name}: {spec.Action.Channels.Count} channels, key {spec.Unnormaliser.Key}");
foreach (Normaliser sibling in spec.Siblings)
{
    NullMotion idle = SpecDrift.Between(spec, sibling).Null;
    Console.WriteLine($"with {sibling.Key} loaded, an idle command would move {idle.MmPerS:0} mm/s and turn {idle.RadPerS:0.00} rad/s");
}

const int Horizon = 3;
ActionDecoder decoder = new(spec);
double[] z = new double[Horizon * decoder.Channels], command = new double[z.Length], measured = new double[decoder.Channels];
z.AsSpan(0, decoder.Channels).Fill(1);
z[^1] = double.NaN;
DecodeOutcome outcome = decoder.Decode(z, measured, [], command);
for (int step = 0; step < Horizon; step++)
{
    Console.WriteLine(string.Join("  ", command.Skip(step * decoder.Channels).Take(decoder.Channels).Select(value => $"{value,7:0.000}")));
}

Console.WriteLine($"{outcome.NonFinite} number is not finite; the guard would hold");
