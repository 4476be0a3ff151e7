using Interlock.ExecSpec.Drift;
using Interlock.ExecSpec.Gate;
using Interlock.ExecSpec.Gate.Probing;
using Interlock.ExecSpec.Identity;
using Interlock.ExecSpec.Specification;

namespace Interlock.Cli.Verbs.Demo.WrongKey;

/// <summary>The start-up gate in front of the simulated arm; the specification stands in for a certificate, because a demo has no keys.</summary>
/// <param name="certified">The certified specification, with the keys that could be loaded by mistake as siblings.</param>
internal sealed class SpecificationGate(ExecutableSpec certified) : IStartGate
{
    public StartDecision Decide(Normaliser loaded)
    {
        ExecutableSpec running = certified with { Unnormaliser = loaded };
        string fingerprint = StatisticsFingerprint.Of(loaded);
        return new StartDecision
        {
            CertifiedKey = certified.Unnormaliser.Key,
            LoadedKey = certified.Siblings.Prepend(certified.Unnormaliser)
                .FirstOrDefault(known => StatisticsFingerprint.Of(known) == fingerprint)?.Key,
            Drift = SpecDrift.Between(certified, loaded),
            Report = StartupGate.Run(new GateRequest { Certified = certified, Running = running, DecodePath = new SpecDecodePath(running) }),
        };
    }
}
