using Interlock.Core.Contract;

namespace Interlock.Guard.Monitors.Profiles;

/// <summary>
/// Which monitors deserve trust for a policy family, and why. Numbers are areas under the ROC curve for failure, from
/// the table of arXiv 2605.28726; 0.5 is chance. That table does not control for episode length, so treat it as a starting point.
/// </summary>
public sealed class MonitorProfile
{
    private MonitorProfile(PolicyProfile policy, IReadOnlyList<MonitorAdvice> advice)
    {
        Policy = policy;
        Advice = advice;
    }

    /// <summary>The policy family.</summary>
    public PolicyProfile Policy { get; }

    /// <summary>Advice on the monitors about which something is known, primary ones first.</summary>
    public IReadOnlyList<MonitorAdvice> Advice { get; }

    /// <summary>Names of the monitors that raise alarms.</summary>
    public IReadOnlyList<string> Primary => NamesOf(MonitorRole.Primary);

    /// <summary>Names of the monitors that support a primary one.</summary>
    public IReadOnlyList<string> Secondary => NamesOf(MonitorRole.Secondary);

    /// <summary>Names of the monitors that must not raise an alarm.</summary>
    public IReadOnlyList<string> Muted => NamesOf(MonitorRole.Muted);

    /// <summary>The profile of a policy family.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is no member of the enumeration.</exception>
    public static MonitorProfile For(PolicyProfile policy) => new(policy, policy switch
    {
        PolicyProfile.Unknown => ProfileTable.Unknown,
        PolicyProfile.DiscreteToken => ProfileTable.DiscreteToken,
        PolicyProfile.FlowMatching => ProfileTable.FlowMatching,
        PolicyProfile.Diffusion => ProfileTable.Diffusion,
        PolicyProfile.ActionChunk => ProfileTable.ActionChunk,
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "No such policy profile."),
    });

    /// <summary>The weight of a monitor; <see cref="MonitorRole.Recorded"/> when nothing is known about it.</summary>
    public MonitorRole RoleOf(string monitorName) =>
        Advice.FirstOrDefault(advice => advice.Name == monitorName)?.Role ?? MonitorRole.Recorded;

    private string[] NamesOf(MonitorRole role) => [.. Advice.Where(advice => advice.Role == role).Select(advice => advice.Name)];
}
