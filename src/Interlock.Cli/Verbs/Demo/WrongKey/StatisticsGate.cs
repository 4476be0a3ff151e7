using Interlock.Cli.Verbs.Simulated;
using Interlock.ExecSpec.Specification;
using Interlock.Simulation.Arm;
using Interlock.Simulation.Table;

namespace Interlock.Cli.Verbs.Demo.WrongKey;

/// <summary>Lets a policy start when the statistics that it uses are the certified ones; names those that are loaded instead.</summary>
/// <param name="certified">The certified unnormaliser.</param>
/// <param name="siblings">The others of the same file, any of which could be loaded by mistake.</param>
internal sealed class StatisticsGate(Normaliser certified, IReadOnlyList<Normaliser> siblings) : IStartGate
{
    public StartDecision Decide(Normaliser loaded) => new()
    {
        CertifiedKey = certified.Key,
        LoadedKey = new[] { certified }.Concat(siblings).FirstOrDefault(known => DecodesAlike(known, loaded))?.Key,
        Idle = IdleMotion.Of(certified, loaded, TableArm.Description.JointCount, new ArmWorldOptions().RateHz),
        MayStart = DecodesAlike(certified, loaded),
    };

    private static bool DecodesAlike(Normaliser known, Normaliser loaded) =>
        known.Scheme == loaded.Scheme
        && Equal(known.Mask, loaded.Mask)
        && known.Rows is { } one
        && loaded.Rows is { } other
        && EqualAsFloats(one.First, other.First)
        && EqualAsFloats(one.Second, other.Second);

    private static bool Equal(IReadOnlyList<bool>? one, IReadOnlyList<bool>? other) =>
        one is null ? other is null : other is not null && one.SequenceEqual(other);

    /// <summary>The same statistics travel as doubles in one file and as floats in another.</summary>
    private static bool EqualAsFloats(IReadOnlyList<double> one, IReadOnlyList<double> other) =>
        one.Select(value => (float)value).SequenceEqual(other.Select(value => (float)value));
}
