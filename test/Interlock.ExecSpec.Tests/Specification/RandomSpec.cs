using Interlock.Core.Contract;
using Interlock.Core.Randomness;
using Interlock.Core.Units;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Specification;

/// <summary>Valid specifications of every shape, from a seed; <see cref="Full"/> leaves nothing out.</summary>
internal sealed class RandomSpec
{
    private static readonly string[] NamePieces = ["joint", ".pos", " x", "null", "é", "'", "\"", "\\", "[", "<&>", "手", "~", "/"];

    private readonly SeededRandom _random;
    private readonly bool _isFull;

    private RandomSpec(ulong seed, bool isFull)
    {
        _random = new SeededRandom(seed);
        _isFull = isFull;
    }

    public static ExecutableSpec Of(ulong seed) => new RandomSpec(seed, isFull: false).Build();

    /// <summary>Every field is stated and every list has entries.</summary>
    public static ExecutableSpec Full(ulong seed = 1) => new RandomSpec(seed, isFull: true).Build();

    private ExecutableSpec Build()
    {
        ActionSpec action = Action();
        int channels = action.Channels.Count;
        return new ExecutableSpec
        {
            Name = Name() + "n",
            Policy = Maybe() ? Policy() : null,
            Action = action,
            Unnormaliser = Normaliser("own", channels),
            Gripper = Maybe() ? Gripper(action.Channels[^1].Name) : null,
            Controller = Maybe() ? Controller() : null,
            Observation = Maybe() ? Observation() : null,
            Siblings = [.. Names().Select(name => Normaliser(name, 1 + _random.NextInt(9)))],
        };
    }

    private PolicyIdentity Policy() => new()
    {
        Family = MaybeText(),
        Name = MaybeText(),
        Revision = MaybeText(),
        Library = MaybeText(),
        LibraryVersion = MaybeText(),
        Dtype = MaybeText(),
        SamplerSteps = MaybeCount(),
    };

    private ActionSpec Action()
    {
        List<ActionChannel> channels = [.. Enumerable.Range(0, 6 + _random.NextInt(3)).Select(i => Channel($"{Name()}{i}"))];
        channels.Add(Channel("last") with { Role = ChannelRole.Gripper });
        int? execute = MaybeCount();
        return new ActionSpec
        {
            Channels = channels,
            Execute = execute,
            Horizon = Maybe() ? (execute ?? 0) + 1 + _random.NextInt(3) : null,
            RateHz = Maybe() ? _random.NextDouble(0.5, 1000) : null,
            Quantity = Member<ActionSpace>(),
            Reference = MaybeMember<ActionReference>(),
            Rotations = Maybe()
                ? [Rotation(RotationForm.AxisAngle, channels, 0), Rotation(RotationForm.RpyFixed, channels, 3)]
                : [],
        };
    }

    private RotationGroup Rotation(RotationForm form, List<ActionChannel> channels, int start) =>
        new(form, [.. channels.Skip(start).Take(3).Select(channel => channel.Name)]) { Composition = MaybeMember<RotationComposition>() };

    private ActionChannel Channel(string name)
    {
        bool isScaled = Maybe();
        return new ActionChannel
        {
            Name = name,
            Role = Member<ChannelRole>(),
            Unit = Maybe() ? Unit() : ChannelUnit.None,
            PhysicalPerCommand = isScaled ? Number() + 1e6 : null,
            PhysicalUnit = isScaled ? Unit() : null,
            Frame = MaybeText(),
            Reference = MaybeMember<ActionReference>(),
        };
    }

    private Normaliser Normaliser(string key, int channels)
    {
        NormalisationScheme scheme = _isFull ? NormalisationScheme.Quantile : Member<NormalisationScheme>();
        bool isQuantile = scheme == NormalisationScheme.Quantile;
        ActionStatistics? statistics = Maybe() ? Statistics(channels) : null;
        return new Normaliser
        {
            Key = key,
            Scheme = scheme,
            LowQuantile = isQuantile ? 0.25 : null,
            HighQuantile = isQuantile ? 0.5 : null,
            Mask = Maybe() ? [.. Enumerable.Range(0, channels).Select(_ => _random.NextInt(2) == 0)] : null,
            Statistics = statistics,
            Arithmetic = Maybe() ? Arithmetic() : LibraryArithmetic.Plain,
        };
    }

    private ActionStatistics Statistics(int channels)
    {
        int timesteps = 1 + _random.NextInt(3);
        int size = channels * timesteps;
        return new ActionStatistics
        {
            Channels = channels,
            Timesteps = timesteps,
            Min = MaybeNumbers(size),
            Max = MaybeNumbers(size),
            Mean = MaybeNumbers(size),
            Std = MaybeNumbers(size),
            Quantiles = Maybe() ? [new QuantileRow(0.25, Numbers(size)), new QuantileRow(0.5, Numbers(size)), new QuantileRow(0.7, Numbers(size))] : [],
        };
    }

    private NormaliserArithmetic Arithmetic() => new()
    {
        EpsilonRule = Member<EpsilonRule>(),
        ForwardEpsilon = _random.NextDouble() * 1e-6,
        InverseEpsilon = _random.NextDouble() * 1e-8,
        ForwardClip = Maybe() ? 1 : null,
        InverseClip = Maybe() ? 1.5 : null,
        ZeroRangeBecomesZero = _random.NextInt(2) == 0,
    };

    private GripperMapping Gripper(string channel) => new()
    {
        Channel = channel,
        PolicyOpen = _random.NextDouble(-1, -0.1),
        PolicyClosed = _random.NextDouble(0.1, 1),
        Threshold = Maybe() ? 0 : null,
        Tie = Member<GripperTie>(),
        ControllerOpen = _random.NextDouble(-1, 0),
        ControllerClosed = _random.NextDouble(1, 2),
    };

    private ControllerSpec Controller() => new()
    {
        Kind = MaybeMember<ControllerKind>(),
        Reference = MaybeMember<ActionReference>(),
        JointOrder = Maybe() ? Names() : null,
        CommandUnit = Maybe() ? Unit() : null,
        RobotModel = MaybeText(),
        Serials = Maybe() ? Names() : null,
        UrdfSha256 = MaybeDigest(),
        LimitsSha256 = MaybeDigest(),
        CalibrationSha256 = MaybeDigest(),
    };

    private ObservationSpec Observation() => new()
    {
        Cameras = [.. Names().Select(Camera)],
        State = Maybe() ? State() : null,
        Prompt = Maybe() ? new PromptSpec { Template = MaybeText(), Case = OneOf("lower", "keep"), TrailingPunctuation = OneOf("strip", "keep") } : null,
    };

    private CameraSpec Camera(string role) => new()
    {
        Role = role,
        Key = MaybeText(),
        Width = MaybeCount(),
        Height = MaybeCount(),
        Color = OneOf("RGB", "BGR"),
        Layout = OneOf("HWC", "CHW"),
        Dtype = OneOf("uint8", "float32"),
        RotateDeg = Maybe() ? 90 * _random.NextInt(4) : null,
        Flip = OneOf("none", "horizontal", "vertical"),
        Crop = MaybeText(),
        Resize = MaybeText(),
        OpticalFrame = MaybeText(),
        MaxAgeMs = Maybe() ? _random.NextDouble(1, 1000) : null,
    };

    private StateSpec State()
    {
        string[] names = Names();
        return new StateSpec
        {
            Channels = names,
            Units = Maybe() ? [.. names.Select(_ => _random.NextInt(3) == 0 ? ChannelUnit.None : Unit())] : [],
            Normaliser = Maybe() ? Normaliser("state", names.Length == 0 ? 3 : names.Length) : null,
        };
    }

    private bool Maybe() => _isFull || _random.NextInt(2) == 0;

    private string[] Names() => [.. Enumerable.Range(0, _isFull ? 2 : _random.NextInt(4)).Select(i => $"{Name()}{i}")];

    private string Name()
    {
        string name = "";
        for (int i = 0; i <= _random.NextInt(4); i++)
        {
            name += NamePieces[_random.NextInt(NamePieces.Length)];
        }

        return name.Trim() is { Length: > 0 } trimmed ? trimmed : "a";
    }

    private string? MaybeText() => Maybe() ? $"{Name()}\n{{instruction}} 😀\t" : null;

    private string? MaybeDigest() => Maybe() ? $"{_random.NextBits():x16}".PadLeft(64, 'a') : null;

    private string? OneOf(params string[] words) => Maybe() ? words[_random.NextInt(words.Length)] : null;

    private int? MaybeCount() => Maybe() ? 1 + _random.NextInt(50) : null;

    private IReadOnlyList<double>? MaybeNumbers(int count) => Maybe() ? Numbers(count) : null;

    private double[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => _isFull ? Number() : MaybeDefective())];

    private double MaybeDefective() => _random.NextInt(40) switch
    {
        0 => double.NaN,
        1 => double.PositiveInfinity,
        2 => double.NegativeInfinity,
        3 => 0,
        4 => 1e308,
        5 => double.Epsilon,
        _ => Number(),
    };

    private double Number() => _random.NextNormal() * Math.Exp(_random.NextNormal() * 3);

    private ChannelUnit Unit() => ChannelUnit.All[_random.NextInt(ChannelUnit.All.Count)];

    private T Member<T>()
        where T : struct, Enum => Enum.GetValues<T>()[_random.NextInt(Enum.GetValues<T>().Length)];

    private T? MaybeMember<T>()
        where T : struct, Enum => Maybe() ? Member<T>() : null;
}
