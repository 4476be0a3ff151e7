using Interlock.Core.Randomness;
using Interlock.Core.Observations;
using Interlock.Policies;
using Interlock.Runtime.Inference;
using Interlock.Runtime.Tests.Loop;

namespace Interlock.Runtime.Tests.Soak;

/// <summary>A policy that misbehaves on request and says how sure it is; on a virtual clock it is its own delay.</summary>
internal sealed class SoakPolicy(int channels, ulong seed, bool waits) : SinePolicy(channels), IAnswerDelay, IAnswerJudge
{
    private const long GoodNs = 40_000_000;
    private const long LateNs = 200_000_000;
    private const long HungNs = 5_000_000_000;
    private const int HungLookMs = 5;
    private const double JumpRad = 1.2;

    private readonly SeededRandom _random = new(seed);
    private readonly ManualResetEventSlim _never = new();
    private int _fault = -1;

    /// <summary>Null while it is well; any thread.</summary>
    public SoakFault? Fault
    {
        get => Volatile.Read(ref _fault) is >= 0 and var fault ? (SoakFault)fault : null;
        set => Volatile.Write(ref _fault, value is { } fault ? (int)fault : -1);
    }

    public long NextNs(PolicyQuestion question) => Fault switch
    {
        SoakFault.PolicyLate => LateNs,
        SoakFault.PolicyHung => HungNs,
        _ => GoodNs,
    };

    public override ValueTask InferAsync(PolicyRequest request, PolicyChunk chunk, CancellationToken cancellation)
    {
        if (waits)
        {
            Wait(cancellation);
        }

        Fill(request, chunk);
        Spoil(chunk);
        return ValueTask.CompletedTask;
    }

    public void Judge(PolicyAnswer answer, Observation observation)
    {
        answer.ConfidencePValue = Fault == SoakFault.PolicyUnsure ? 0.001 : 0.5;
        answer.IsUnfamiliar = Fault == SoakFault.PolicyUnfamiliar;
    }

    public void Report(PolicyQuestion question, PolicyAnswer answer)
    {
    }

    private void Wait(CancellationToken cancellation)
    {
        while (Fault == SoakFault.PolicyHung)
        {
            // A hung policy does not listen.
            _never.Wait(HungLookMs, CancellationToken.None);
        }

        _never.Wait(TimeSpan.FromMicroseconds((Fault == SoakFault.PolicyLate ? LateNs : GoodNs) / 1e3), cancellation);
    }

    private void Spoil(PolicyChunk chunk)
    {
        switch (Fault)
        {
            case SoakFault.PolicyCrash:
                throw new InvalidOperationException("the soak makes the policy crash");
            case SoakFault.PolicyEmpty:
                chunk.Reset(0);
                break;
            case SoakFault.PolicyNaN:
                chunk.Actions[_random.NextInt(chunk.Actions.Length)] = _random.NextInt(2) == 0 ? double.NaN : double.NegativeInfinity;
                break;
            case SoakFault.PolicyGarbage:
                foreach (ref double value in chunk.Actions)
                {
                    value = BitConverter.UInt64BitsToDouble(_random.NextBits());
                }

                break;
            case SoakFault.PolicyJump:
                for (int row = 0; row < chunk.Rows; row++)
                {
                    chunk.Row(row).Fill(_random.NextInt(2) == 0 ? JumpRad : -JumpRad);
                }

                break;
            default:
                break;
        }
    }
}
