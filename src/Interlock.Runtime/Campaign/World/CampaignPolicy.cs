using Interlock.Core.Randomness;
using Interlock.Policies;

namespace Interlock.Runtime.Campaign.World;

/// <summary>The campaign's policy: chunks along one motion, with the small unrest of a learnt policy; a fault may spoil its answers.</summary>
internal sealed class CampaignPolicy : IPolicy
{
    public const double RateHz = 20;
    public const int Rows = 20;

    private const double JointNoiseRad = 2e-4;
    private const double GripperNoiseM = 1e-5;

    private readonly SeededRandom _random;
    private readonly MotionAnchor _anchor;
    private readonly int _channels;

    public CampaignPolicy(int channels, ulong seed)
    {
        _random = new SeededRandom(seed);
        _channels = channels;
        _anchor = new MotionAnchor(new CampaignMotion(channels, _random), channels);
        Description = new PolicyDescription { Name = "campaign motion", Kind = "scripted", ActionDimension = channels, MaxRows = Rows };
    }

    public PolicyDescription Description { get; }

    /// <summary>Spoils a finished answer, or throws in its place; null while the policy is healthy.</summary>
    public Action<PolicyChunk, SeededRandom>? Spoil { get; set; }

    /// <summary>True when the newest answer was spoilt.</summary>
    public bool IsNewestSpoilt { get; private set; }

    public void BeginEpisode(ulong seed)
    {
    }

    public ValueTask InferAsync(PolicyRequest request, PolicyChunk chunk, CancellationToken cancellation)
    {
        IsNewestSpoilt = Spoil is not null;
        chunk.Reset(Rows);
        Fill(request, chunk);
        Spoil?.Invoke(chunk, _random);
        return ValueTask.CompletedTask;
    }

    public void Dispose()
    {
    }

    private void Fill(PolicyRequest request, PolicyChunk chunk)
    {
        long step = request.Observation.Step;
        if (step == 0)
        {
            _anchor.Set(request.Observation.State.Span);
        }

        _anchor.Reached(step / RateHz);
        for (int row = 0; row < Rows; row++)
        {
            Span<double> action = chunk.Row(row);
            _anchor.At((step + row) / RateHz, action);
            // The row that says where the arm stands now says it exactly.
            for (int i = 0; step + row > 0 && i < _channels; i++)
            {
                action[i] += _random.NextNormal() * (i == _channels - 1 ? GripperNoiseM : JointNoiseRad);
            }
        }
    }
}
