using Interlock.Core.Contract;
using Interlock.Core.Units;
using Interlock.ExecSpec.Specification;

namespace Interlock.Runtime.Tests.Meaning;

/// <summary>Contracts and specifications of a few channels.</summary>
internal static class Specs
{
    public static SafetyContract Contract(params (string Name, ChannelUnit Unit)[] channels) => new()
    {
        Name = "cell",
        RateHz = 30,
        Space = ActionSpace.JointPosition,
        Channels = [.. channels.Select(channel => new ChannelContract { Name = channel.Name, Unit = channel.Unit, Min = -10, Max = 10 })],
    };

    /// <summary>Values from −1 to 1 mean −2 to 2 in the specification's units.</summary>
    public static ExecutableSpec Spec(ActionReference reference, params (string Name, ChannelUnit Unit)[] channels) => new()
    {
        Name = "policy",
        Unnormaliser = new Normaliser
        {
            Key = "policy",
            Scheme = NormalisationScheme.MinMax,
            Arithmetic = LibraryArithmetic.GrootProcessor(NormalisationScheme.MinMax),
            Statistics = new ActionStatistics
            {
                Channels = channels.Length,
                Min = [.. channels.Select(_ => -2.0)],
                Max = [.. channels.Select(_ => 2.0)],
            },
        },
        Action = new ActionSpec { Reference = reference, Channels = [.. channels.Select(channel => new ActionChannel { Name = channel.Name, Unit = channel.Unit })] },
        Controller = new ControllerSpec { Reference = ActionReference.Absolute },
    };
}
