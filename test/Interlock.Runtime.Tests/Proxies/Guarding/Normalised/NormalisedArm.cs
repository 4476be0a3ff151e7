using System.Net;
using Interlock.Core.Contract;
using Interlock.Core.Units;
using Interlock.ExecSpec.Specification;
using Interlock.Policies.Wire.Numpy;
using Interlock.Runtime.Proxies;
using Interlock.Runtime.Proxies.Guarding;

namespace Interlock.Runtime.Tests.Proxies.Guarding.Normalised;

/// <summary>Two joints and a gripper, whose policy writes normalised numbers in another order.</summary>
internal static class NormalisedArm
{
    public const double MaxStep = 0.05;

    public static SafetyContract Contract { get; } = new()
    {
        Name = "arm",
        RateHz = 10,
        Space = ActionSpace.JointPosition,
        Channels =
        [
            new ChannelContract { Name = "a", Unit = ChannelUnit.Radian, Min = -1, Max = 1, MaxStep = MaxStep },
            new ChannelContract { Name = "b", Unit = ChannelUnit.Radian, Min = -0.7, Max = 1.3, MaxStep = MaxStep },
            new ChannelContract { Name = "grip", Role = ChannelRole.Gripper, Min = 0, Max = 1 },
        ],
    };

    /// <summary>The gripper first, masked out; joints in degrees.</summary>
    public static ExecutableSpec Spec(Normaliser normaliser, ActionReference? reference = null, ControllerSpec? controller = null) => new()
    {
        Name = "arm-policy",
        Action = new ActionSpec
        {
            Reference = reference,
            Channels =
            [
                new ActionChannel { Name = "grip", Role = ChannelRole.Gripper, Reference = reference is null ? null : ActionReference.Absolute },
                new ActionChannel { Name = "b", Unit = ChannelUnit.Degree },
                new ActionChannel { Name = "a", Unit = ChannelUnit.Degree },
            ],
        },
        Unnormaliser = normaliser,
        Controller = controller,
    };

    /// <summary>Reaches from the ends of the joints to somewhat beyond.</summary>
    public static Normaliser Range(NormaliserArithmetic? arithmetic = null, NormalisationScheme scheme = NormalisationScheme.MinMax) => new()
    {
        Key = "arm",
        Scheme = scheme,
        Mask = [false, true, true],
        Arithmetic = arithmetic ?? LibraryArithmetic.OpenPi,
        Statistics = new ActionStatistics { Channels = 3, Min = [0, -50, -71], Max = [1, 83, 63], Mean = [0, 11, -7], Std = [1, 31, 29] },
    };

    public static ProxyOptions Options(ExecutableSpec spec, ReplyNumbers replies = ReplyNumbers.Normalised) => new()
    {
        Protocol = ProxyProtocol.Openpi,
        Listen = new IPEndPoint(IPAddress.Loopback, 0),
        Upstream = "ws://127.0.0.1:1/",
        Contract = Contract,
        Spec = spec,
        Replies = replies,
    };

    public static GuardedExchange Exchange(ExecutableSpec spec, Func<ProxyOptions, ProxyOptions>? change = null)
    {
        ProxyOptions options = Options(spec);
        options = change?.Invoke(options) ?? options;
        return new GuardedExchange(options.Contract, options, null);
    }

    public static NumpyArray Guard(GuardedExchange exchange, NumpyArray rows, out ExchangeReport report)
    {
        double[] values = new double[rows.ElementCount];
        rows.CopyTo(values);
        report = exchange.Guard([ActionCells.Of(rows)], values, 3, 1);
        return rows;
    }
}
