using Interlock.ExecSpec.Drift;
using Interlock.ExecSpec.Identity;
using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Verbs.Demo.WrongKey;

/// <summary>Lets a policy start when the statistics that it uses are the certified ones; names those that are loaded instead.</summary>
/// <param name="certified">The certified specification, with the keys that could be loaded by mistake as siblings.</param>
internal sealed class StatisticsGate(ExecutableSpec certified) : IStartGate
{
    public StartDecision Decide(Normaliser loaded)
    {
        string fingerprint = StatisticsFingerprint.Of(loaded);
        return new StartDecision
        {
            CertifiedKey = certified.Unnormaliser.Key,
            LoadedKey = certified.Siblings.Prepend(certified.Unnormaliser)
                .FirstOrDefault(known => StatisticsFingerprint.Of(known) == fingerprint)?.Key,
            Drift = SpecDrift.Between(certified, loaded),
            MayStart = StatisticsFingerprint.Of(certified.Unnormaliser) == fingerprint,
        };
    }
}
