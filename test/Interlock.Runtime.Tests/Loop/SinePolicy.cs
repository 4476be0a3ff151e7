using Interlock.Policies;

namespace Interlock.Runtime.Tests.Loop;

/// <summary>Moves every channel on a slow sine; answers at once and allocates nothing.</summary>
internal class SinePolicy(int channels, int rows = SinePolicy.DefaultRows, double amplitude = 0.4) : IPolicy
{
    public const int DefaultRows = 20;
    private const double RadPerStep = 0.05;

    public PolicyDescription Description { get; } = new() { Name = "sine", Kind = "scripted", ActionDimension = channels, MaxRows = rows };

    public void BeginEpisode(ulong seed)
    {
    }

    public virtual ValueTask InferAsync(PolicyRequest request, PolicyChunk chunk, CancellationToken cancellation)
    {
        Fill(request, chunk);
        return ValueTask.CompletedTask;
    }

    public void Dispose()
    {
    }

    /// <summary>What it means for a policy step.</summary>
    public double At(double step) => amplitude * (1 - Math.Cos(step * RadPerStep));

    protected void Fill(PolicyRequest request, PolicyChunk chunk)
    {
        chunk.Reset(rows);
        for (int row = 0; row < rows; row++)
        {
            chunk.Row(row).Fill(At(request.Observation.Step + row));
        }
    }
}
