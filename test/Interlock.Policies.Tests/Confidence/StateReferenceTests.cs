using Interlock.Core.Diagnostics;
using Interlock.Core.Episodes;
using Interlock.Core.Randomness;
using Interlock.Policies.Confidence;
using Xunit;

namespace Interlock.Policies.Tests.Confidence;

public sealed class StateReferenceTests
{
    [Fact]
    public void Against_the_correlation_is_farther_than_along_it()
    {
        StateReference reference = StateReference.Fit(Correlated(episodes: 100));
        Assert.True(Mahalanobis(reference, 110, 10, 7) * 2 < Mahalanobis(reference, 110, -10, 7));
        Assert.Equal(0, Mahalanobis(reference, 100, 0, 7), 0.2);
    }

    [Fact]
    public void A_channel_that_never_moved_has_no_scale_and_is_left_out()
    {
        StateReference reference = StateReference.Fit(Correlated(episodes: 10));
        Assert.Equal(Mahalanobis(reference, 103, 2, 7), Mahalanobis(reference, 103, 2, 700));
        Assert.Equal(double.NaN, Mahalanobis(reference, 103, 2, double.NaN));
    }

    [Fact]
    public void A_hole_in_the_middle_of_the_states_is_seen_by_the_neighbours_only()
    {
        StateReference ring = StateReference.Fit(Ring(), new() { Points = 512, Neighbours = 3 });
        Assert.True(Mahalanobis(ring, 0, 0) < Mahalanobis(ring, 1, 0));
        Assert.True(Neighbours(ring, 0, 0) > 10 * Neighbours(ring, 1, 0));
    }

    [Fact]
    public void The_same_seed_keeps_the_same_points_however_many_there_are()
    {
        StateReferenceOptions few = new() { Points = 8, Seed = 3 };
        Assert.Equal(StateReference.Fit(Ring(), few).Points, StateReference.Fit(Ring(), few).Points);
        Assert.Equal(16, StateReference.Fit(Ring(), few).Points.Length);
        Assert.NotEqual(StateReference.Fit(Ring(), few).Points, StateReference.Fit(Ring(), few with { Seed = 4 }).Points);
    }

    [Fact]
    public void Demonstrations_without_usable_states_are_refused()
    {
        Assert.Equal("PO194", CodeOf([]));
        Assert.Equal("PO194", CodeOf(Correlated(1)));
        Assert.Equal("PO194", CodeOf([new Episode { Index = 0, Length = 2, Actions = [0, 0], ActionDimension = 1 }]));
        Assert.Equal("PO194", CodeOf([.. Correlated(2), .. Ring()]));
        Assert.Equal("PO194", CodeOf([Of(0, [1, 1, 1, 1], 1), Of(1, [1, 1, 1, 1], 1)]));
        Assert.Equal("PO194", CodeOf([Of(0, [.. Enumerable.Repeat(double.NaN, 9)], 1), Of(1, [.. Enumerable.Repeat(double.NaN, 9)], 1)]));
    }

    private static string CodeOf(IEnumerable<Episode> episodes) =>
        Assert.Throws<DiagnosticException>(() => StateReference.Fit(episodes)).Diagnostics[0].Code;

    private static double Mahalanobis(StateReference reference, params double[] state)
    {
        double[] z = new double[state.Length];
        reference.Standardise(state, z);
        return reference.MahalanobisDistance(z, new double[state.Length]);
    }

    private static double Neighbours(StateReference reference, params double[] state)
    {
        double[] z = new double[state.Length];
        reference.Standardise(state, z);
        return reference.NeighbourDistance(z);
    }

    private static IEnumerable<Episode> Correlated(int episodes) => Enumerable.Range(0, episodes).Select(index =>
    {
        SeededRandom random = new((ulong)index);
        return Of(index, [.. Enumerable.Range(0, 20).SelectMany<int, double>(_ =>
        {
            double common = 5 * random.NextNormal();
            return [100 + common + (0.5 * random.NextNormal()), common + (0.5 * random.NextNormal()), 7];
        })], 3);
    });

    private static IEnumerable<Episode> Ring() => Enumerable.Range(0, 20).Select(
        index => Of(index, [.. Enumerable.Range(0, 20).SelectMany<int, double>(t => [Math.Cos(index + (20 * t)), Math.Sin(index + (20 * t))])], 2));

    private static Episode Of(int index, double[] states, int dimension) => new()
    {
        Index = index,
        Length = states.Length / dimension,
        Actions = new double[states.Length / dimension],
        ActionDimension = 1,
        States = states,
        StateDimension = dimension,
    };
}
