using Interlock.Core.Diagnostics;
using Interlock.Policies.Ensembles;
using Interlock.Policies.Local;
using Xunit;

namespace Interlock.Policies.Tests.Ensembles;

public sealed class EnsemblePolicyTests
{
    [Theory]
    [InlineData(EnsembleChoice.First, false)]
    [InlineData(EnsembleChoice.First, true)]
    public void The_first_is_executed_and_the_others_are_its_samples(EnsembleChoice choice, bool concurrently)
    {
        using EnsemblePolicy policy = Of(new() { Choice = choice, Concurrently = concurrently }, Says(1), Says(4), Says(2));
        PolicyChunk chunk = policy.Ask(11);
        Assert.Equal([1, 4, 2], Samples(chunk));
        Assert.Equal(11, chunk.ObservedAtStep);
    }

    [Fact]
    public void The_mean_comes_before_all_the_members()
    {
        using EnsemblePolicy policy = Of(new() { Choice = EnsembleChoice.Mean }, Says(1), Says(4), Says(1));
        Assert.Equal([2, 1, 4, 1], Samples(policy.Ask(0)));
    }

    [Fact]
    public void The_medoid_is_the_one_in_the_middle_and_broken_answers_do_not_move_it()
    {
        using EnsemblePolicy policy = Of(new() { Choice = EnsembleChoice.Medoid }, Says(double.NaN), Says(9), Says(3), Says(1));
        Assert.Equal([3, double.NaN, 9, 1], Samples(policy.Ask(0)));
    }

    [Fact]
    public void A_member_that_fails_is_left_out_and_counted()
    {
        using EnsemblePolicy policy = Of(new(), Fails("broken"), Says(4), Says(2, rows: 0));
        Assert.Equal([4], Samples(policy.Ask(0)));
        Assert.Equal([1L, 0, 1], policy.Members.Select(member => member.Failures));
        Assert.Contains("broken", policy.Members[0].LastFailure!.Message);
        Assert.Equal(1, policy.Members[1].Answers);
    }

    [Fact]
    public void Answers_are_cut_to_the_shortest()
    {
        using EnsemblePolicy policy = Of(new(), Says(4, rows: 3), Says(2, rows: 1));
        Assert.Equal((1, 2), (policy.Ask(0).Rows, policy.Ask(0).Samples));
    }

    [Fact]
    public void When_all_fail_the_first_cause_is_told()
    {
        using EnsemblePolicy policy = Of(new(), Fails("first cause"), Fails("second cause"));
        Diagnostic finding = Assert.Throws<DiagnosticException>(() => policy.Ask(0)).Diagnostics[0];
        Assert.Equal("PO187", finding.Code);
        Assert.Contains("first cause", finding.Message);
    }

    [Fact]
    public void Members_that_have_nothing_to_do_starve_the_robot_and_fail_nothing()
    {
        using EnsemblePolicy policy = Of(new(), Says(1, rows: 0), Says(1, rows: 0));
        Assert.Equal(0, policy.Ask(0).Rows);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_late_member_is_left_out_until_it_is_done(bool concurrently)
    {
        TaskCompletionSource entered = new();
        TaskCompletionSource late = new();
        ManualTime time = new();
        EnsembleOptions options = new() { Concurrently = concurrently, MemberTimeout = TimeSpan.FromMilliseconds(50), Time = time };
        using EnsemblePolicy policy = Of(options, Waits(late.Task, entered), Says(4));
        PolicyChunk chunk = policy.Room();
        Task ring = RingAsync(time, entered.Task);
        await policy.AskAsync(Asking.Request(0), chunk);
        await ring;
        Assert.Equal([4], Samples(chunk));
        await policy.AskAsync(Asking.Request(1), chunk);
        Assert.Equal(2, policy.Members[0].TimeOuts);
        Assert.Equal("PO188", policy.Members[0].LastFailure!.Code);
        late.SetResult();
    }

    [Fact]
    public async Task Cancelling_ends_the_question_and_blames_nobody()
    {
        TaskCompletionSource never = new();
        using CancellationTokenSource source = new();
        FunctionPolicy cancelled = new(Asking.Shape(1, 3), async (_, _, _) =>
        {
            await source.CancelAsync();
            await never.Task;
        });
        using EnsemblePolicy policy = Of(new(), cancelled, Says(4));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await policy.InferAsync(Asking.Request(0), policy.Room(), source.Token));
        Assert.Equal((0, 0), (policy.Members[0].TimeOuts, policy.Members[0].Failures));
    }

    [Fact]
    public void Every_member_gets_a_seed_of_its_own()
    {
        FunctionPolicy[] members = [Says(1), Says(2)];
        using EnsemblePolicy policy = new(members);
        policy.BeginEpisode(3);
        policy.Ask(0);
        (ulong first, ulong second) = (members[0].Seed, members[1].Seed);
        policy.BeginEpisode(3);
        policy.Ask(0);
        Assert.NotEqual(first, second);
        Assert.Equal((first, second), (members[0].Seed, members[1].Seed));
    }

    [Fact]
    public void Policies_of_different_robots_are_refused()
    {
        using FunctionPolicy one = Says(1);
        using FunctionPolicy two = new(Asking.Shape(2, 1), (_, _) => { });
        Assert.Equal("PO186", Assert.Throws<DiagnosticException>(() => Of(new(), one, two)).Diagnostics[0].Code);
        Assert.Equal("PO186", Assert.Throws<DiagnosticException>(() => Of(new(), one, one)).Diagnostics[0].Code);
        Assert.Equal("PO186", Assert.Throws<DiagnosticException>(() => Of(new())).Diagnostics[0].Code);
    }

    private static EnsemblePolicy Of(EnsembleOptions options, params IPolicy[] members) => new(members, options);

    private static FunctionPolicy Says(double value, int rows = 1) => new(Asking.Shape(1, 3, name: $"says {value}"), (_, chunk) => Fill(chunk, rows, value));

    private static FunctionPolicy Fails(string why) => new(Asking.Shape(1, 3), (_, _) => throw new InvalidDataException(why));

    private static FunctionPolicy Waits(Task until, TaskCompletionSource entered) => new(Asking.Shape(1, 3), async (_, chunk, _) =>
    {
        entered.TrySetResult();
        await until;
        Fill(chunk, 1, 0);
    });

    private static async Task RingAsync(ManualTime time, Task when)
    {
        await when;
        time.RingFirst();
    }

    private static void Fill(PolicyChunk chunk, int rows, double value)
    {
        chunk.Reset(rows);
        chunk.Actions.Fill(value);
    }

    private static double[] Samples(PolicyChunk chunk) => [.. Enumerable.Range(0, chunk.Samples).Select(i => chunk.Sample(i)[0])];
}
