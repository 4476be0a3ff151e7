using Interlock.Policies.Onnx;
using Interlock.Policies.Onnx.Authoring;
using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Tests.Onnx.Binding;

/// <summary>What each source writes, seen through graphs that give their input back.</summary>
[Collection(OnnxGroup.Name)]
public sealed class InputSourceTests : IDisposable
{
    private readonly Graph _graph = new();

    public void Dispose() => _graph.Dispose();

    [OnnxFact]
    public void A_prefix_is_followed_by_zeros()
    {
        OnnxPolicyOptions options = Echo(OnnxInputSource.Prefix, ElementType.Float32, [1, 3, 2]);
        using OnnxPolicy policy = OnnxPolicy.Load(options);

        PolicyChunk chunk = Graph.Answer(policy, Graph.Request() with { Prefix = new double[] { 1, 2, 3, 4 } });

        Assert.True(policy.Description.TakesPrefix);
        Assert.Equal([1, 2, 3, 4, 0, 0], chunk.Actions.ToArray());
        Assert.Equal("PO154", Findings.OfAsking(policy, Graph.Request() with { Prefix = new double[3] }).Code);
    }

    [OnnxFact]
    public void The_length_of_the_prefix_and_the_delay_are_whole_numbers()
    {
        OnnxGraphWriter graph = new("delay");
        string prefix = graph.Input("prefix", ElementType.Float32, 1, 4, 1);
        string length = graph.Input("prefix_length", ElementType.Int64);
        string delay = graph.Input("inference_delay", ElementType.Int64, 1);
        string both = graph.Add(graph.Mul(length, graph.Integers(100)), delay);
        graph.Output(graph.Add(prefix, graph.Node("Cast", [both], null, OnnxAttribute.Of("to", 1L)), "actions"), ElementType.Float32, 1, 4, 1);
        using OnnxPolicy policy = OnnxPolicy.Load(Graph.Options(_graph.Write(graph)));

        PolicyChunk chunk = Graph.Answer(policy, Graph.Request() with { Prefix = new double[] { 0.5, 0.5, 0.5 }, ExpectedDelaySteps = 7 });

        Assert.Equal([307.5, 307.5, 307.5, 307], chunk.Actions.ToArray());
    }

    [OnnxFact]
    public void The_previous_action_is_the_row_before_the_observed_step()
    {
        OnnxGraphWriter graph = new("recurrent");
        string last = graph.Input("previous_action", ElementType.Float32, 1, 1);
        graph.Output(graph.Reshape(graph.Add(last, graph.Constant([1, 2, 3], 3, 1)), [1, 3, 1], "actions"), ElementType.Float32, 1, 3, 1);
        using OnnxPolicy policy = OnnxPolicy.Load(Graph.Options(_graph.Write(graph)));

        Assert.Equal([1, 2, 3], Ask(policy, step: 10));
        Assert.Equal([3, 4, 5], Ask(policy, step: 12));
        Assert.Equal([6, 7, 8], Ask(policy, step: 99));
        policy.BeginEpisode(0);
        Assert.Equal([1, 2, 3], Ask(policy, step: 100));
    }

    [OnnxFact]
    public void An_instruction_becomes_its_tokens_padded()
    {
        OnnxPolicyOptions options = Echo(OnnxInputSource.TaskIds, ElementType.Int64, [1, 4]) with { TaskTokens = Tokens, PadToken = 9 };
        using OnnxPolicy policy = OnnxPolicy.Load(options);

        Assert.Equal([5, 6, 9, 9], Graph.Answer(policy, Graph.Request("fold")).Actions.ToArray());
        Assert.Equal("PO153", Findings.OfAsking(policy, Graph.Request("fly")).Code);
        Assert.Equal("PO153", Findings.OfAsking(policy, Graph.Request()).Code);
    }

    [OnnxFact]
    public void A_mask_marks_the_tokens_of_the_instruction()
    {
        OnnxPolicyOptions options = Echo(OnnxInputSource.TaskMask, ElementType.Bool, [1, 4]) with { TaskTokens = Tokens };
        using OnnxPolicy policy = OnnxPolicy.Load(options);

        Assert.Equal([1, 1, 0, 0], Graph.Answer(policy, Graph.Request("fold")).Actions.ToArray());
    }

    [OnnxFact]
    public void Noise_follows_from_the_seed_of_the_episode()
    {
        using OnnxPolicy policy = OnnxPolicy.Load(Echo(OnnxInputSource.Noise, ElementType.Float32, [1, 50, 20]));

        policy.BeginEpisode(3);
        double[] first = Graph.Answer(policy, Graph.Request()).Actions.ToArray();
        double[] second = Graph.Answer(policy, Graph.Request()).Actions.ToArray();
        policy.BeginEpisode(3);

        Assert.Equal(first, Graph.Answer(policy, Graph.Request()).Actions.ToArray());
        Assert.NotEqual(first, second);
        Assert.InRange(first.Average(), -0.1, 0.1);
        Assert.InRange(first.Average(value => value * value), 0.9, 1.1);
    }

    [OnnxFact]
    public void Dropout_is_off_for_the_sample_to_execute_and_on_for_the_others()
    {
        OnnxPolicyOptions options = Echo(OnnxInputSource.Dropout, ElementType.Float32, [1, 1], 0.25) with { Samples = 3 };
        using OnnxPolicy policy = OnnxPolicy.Load(options);

        PolicyChunk chunk = Graph.Answer(policy, Graph.Request());

        Assert.Equal(3, policy.Description.MaxSamples);
        Assert.Equal([0, 0.25, 0.25], [chunk.Sample(0)[0], chunk.Sample(1)[0], chunk.Sample(2)[0]]);
    }

    [OnnxFact]
    public void Every_sample_has_a_seed_of_its_own()
    {
        OnnxPolicyOptions options = Echo(OnnxInputSource.Seed, ElementType.Int64, [1, 1]) with { Samples = 4 };
        using OnnxPolicy policy = OnnxPolicy.Load(options);

        PolicyChunk chunk = Graph.Answer(policy, Graph.Request());

        double[] seeds = [.. Enumerable.Range(0, 4).Select(sample => chunk.Sample(sample)[0])];
        Assert.Equal(4, seeds.Distinct().Count());
        Assert.All(seeds, seed => Assert.InRange(seed, 0, int.MaxValue));
    }

    [OnnxFact]
    public void A_chunk_with_room_for_fewer_samples_gets_fewer()
    {
        using OnnxPolicy policy = OnnxPolicy.Load(Echo(OnnxInputSource.Noise, ElementType.Float32, [1, 2]) with { Samples = 4 });
        PolicyChunk chunk = new(1, 2, maxSamples: 2);

        Graph.Infer(policy, Graph.Request(), chunk);

        Assert.Equal(2, chunk.Samples);
        Assert.NotEqual(chunk.Sample(0).ToArray(), chunk.Sample(1).ToArray());
    }

    [OnnxFact]
    public void One_constant_fills_its_input_and_several_fill_it_in_order()
    {
        using OnnxPolicy one = OnnxPolicy.Load(Echo(OnnxInputSource.Constant, ElementType.Int32, [1, 3], 4));
        using OnnxPolicy three = OnnxPolicy.Load(Echo(OnnxInputSource.Constant, ElementType.Float64, [1, 3], 1, 2, 3));

        Assert.Equal([4, 4, 4], Graph.Answer(one, Graph.Request()).Actions.ToArray());
        Assert.Equal([1, 2, 3], Graph.Answer(three, Graph.Request()).Actions.ToArray());
    }

    private static Dictionary<string, IReadOnlyList<long>> Tokens => new() { ["fold"] = [5, 6] };

    private static double[] Ask(OnnxPolicy policy, long step)
    {
        PolicyRequest request = Graph.Request();
        return Graph.Answer(policy, request with { Observation = request.Observation with { Step = step } }).Actions.ToArray();
    }

    private OnnxPolicyOptions Echo(OnnxInputSource source, ElementType type, long[] shape, params double[] values) =>
        Graph.Options(_graph.Echo("x", type, shape), new OnnxInput { Name = "x", Source = source, Values = values });
}
