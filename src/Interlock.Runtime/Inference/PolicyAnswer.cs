using Interlock.Policies;

namespace Interlock.Runtime.Inference;

/// <summary>What comes back: the chunk as the policy wrote it, the commands it means, and how it went. Belongs to the thread that holds it.</summary>
internal sealed class PolicyAnswer
{
    private readonly double[] _commands;
    private readonly int _channels;
    private readonly PolicyChunk _main;
    private readonly PolicyChunk? _fallback;

    /// <summary>Room for the answers of a policy and of a conservative one.</summary>
    public PolicyAnswer(PolicyDescription main, PolicyDescription? fallback, int channels)
    {
        _main = RoomFor(main);
        _fallback = fallback is null ? null : RoomFor(fallback);
        _channels = channels;
        _commands = new double[Math.Max(_main.MaxRows, _fallback?.MaxRows ?? 0) * channels];
    }

    /// <summary>Most values that an answer of either policy can have.</summary>
    public int MaxValues => Math.Max(_main.MaxRows * _main.Dimension, _fallback is null ? 0 : _fallback.MaxRows * _fallback.Dimension);

    /// <summary>As the policy wrote it.</summary>
    public PolicyChunk Raw => IsFallback ? _fallback! : _main;

    /// <summary>Row-major T×channels, contract channels and units.</summary>
    public Span<double> Commands => _commands.AsSpan(0, Raw.Rows * _channels);

    /// <summary>First finding; null when there is an answer.</summary>
    public string? FailureCode { get; set; }

    /// <summary>The finding in words; null when there is an answer.</summary>
    public string? FailureText { get; set; }

    /// <summary>From the question to the answer, ns.</summary>
    public long DurationNs { get; set; }

    /// <summary>Of that, decoding, ns.</summary>
    public long DecodeNs { get; set; }

    /// <summary>Combined p-value of the calibrated confidence signals; null when not calibrated.</summary>
    public double? ConfidencePValue { get; set; }

    /// <summary>1/(1 + disagreement); null when the policy gives nothing to disagree about.</summary>
    public double? Confidence { get; set; }

    /// <summary>True when the input lies outside what the calibration has seen.</summary>
    public bool IsUnfamiliar { get; set; }

    /// <summary>True when the conservative policy answered.</summary>
    public bool IsFallback { get; set; }

    /// <summary>Forgets the last answer.</summary>
    public void Clear(bool isFallback)
    {
        IsFallback = isFallback;
        Raw.Reset(0);
        FailureCode = null;
        FailureText = null;
        DecodeNs = 0;
        ConfidencePValue = null;
        Confidence = null;
        IsUnfamiliar = false;
    }

    /// <summary>There is no answer.</summary>
    public void Fail(string code, string text)
    {
        Raw.Reset(0);
        FailureCode = code;
        FailureText = text;
    }

    private static PolicyChunk RoomFor(PolicyDescription policy) => new(policy.MaxRows, policy.ActionDimension, policy.MaxSamples);
}
