using Interlock.Core.Diagnostics;
using Interlock.Policies.Confidence;
using Interlock.Policies.Networks;
using Interlock.Policies.Wire.Numpy;
using Xunit;

namespace Interlock.Policies.Tests.Networks;

public sealed class NetworkPolicyTests
{
    private static readonly PolicyRequest Pick = new() { Observation = Asking.Seen(5, 0.5, -1, 4) with { Task = "pick" } };

    [Theory]
    [InlineData(Activation.None)]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.Tanh)]
    [InlineData(Activation.GeluTanh)]
    public void The_answer_is_that_of_the_plain_formula_in_double(Activation activation)
    {
        using NetworkPolicy policy = Create(NetworkFiles.Small(activation));
        double[] x = [(0.5 - 1) / 2, (-1.0 - 2) / 2, (4.0 - 3) / 2, 0, 1];
        double[] hidden = Layer("in", x, activation);
        double[] middle = [.. Layer("mid", hidden, activation).Zip(hidden, (a, b) => a + b)];
        double[] expected = Layer("out", middle, Activation.None);
        double[] answer = policy.Ask(Pick).Actions.ToArray();
        Assert.Equal(expected.Length, answer.Length);
        Assert.All(expected.Zip(answer), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0.8413447461)]
    [InlineData(-1, -0.1586552539)]
    [InlineData(3, 2.9959503064)]
    public void Gelu_is_x_times_the_normal_distribution(double x, double expected)
    {
        float[] values = [(float)x];
        Activations.Apply(Activation.Gelu, values);
        Assert.Equal(expected, values[0], 1e-6);
    }

    [Fact]
    public void Dropout_gives_other_chunks_that_depend_on_seed_and_step_alone()
    {
        using NetworkPolicy policy = Create(NetworkFiles.Small(Activation.Tanh, dropout: 0.3), samples: 8);
        using NetworkPolicy still = Create(NetworkFiles.Small(Activation.Tanh));
        policy.BeginEpisode(9);
        PolicyChunk first = policy.Ask(Pick);
        policy.Ask(Pick with { Observation = Pick.Observation with { Step = 6 } });
        PolicyChunk again = policy.Ask(Pick);
        policy.BeginEpisode(10);
        PolicyChunk other = policy.Ask(Pick);
        Assert.Equal(SampleOrigin.Dropout, policy.SampleOrigin);
        Assert.Equal(still.Ask(Pick).Actions.ToArray(), first.Actions.ToArray());
        Assert.Equal(8, Enumerable.Range(0, 8).Select(i => first.Sample(i)[0]).Distinct().Count());
        Assert.Equal(first.Sample(3).ToArray(), again.Sample(3).ToArray());
        Assert.NotEqual(first.Sample(3).ToArray(), other.Sample(3).ToArray());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e300)]
    public void A_state_that_is_no_number_gives_no_action(double value)
    {
        using NetworkPolicy policy = Create(NetworkFiles.Small(Activation.Relu, dropout: 0.5), samples: 3);
        PolicyChunk chunk = policy.Ask(Pick with { Observation = Pick.Observation with { State = new[] { 0, value, 0 } } });
        for (int sample = 0; sample < 3; sample++)
        {
            Assert.All(chunk.Sample(sample).ToArray(), action => Assert.True(double.IsNaN(action)));
        }
    }

    [Fact]
    public async Task Nothing_is_allocated_after_the_first_answer()
    {
        using NetworkPolicy policy = Create(NetworkFiles.Small(Activation.Gelu, dropout: 0.1, new TokenHead(5, -1, 1)), samples: 4, outputs: 40);
        PolicyChunk chunk = policy.Room();
        await policy.InferAsync(Pick, chunk, CancellationToken.None);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 50; i++)
        {
            // It answers within the call, so that this stays on one thread.
            await policy.InferAsync(Pick, chunk, CancellationToken.None);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("PICK")]
    public void A_task_that_was_not_trained_is_refused(string? task)
    {
        using NetworkPolicy policy = Create(NetworkFiles.Small(Activation.Relu));
        PolicyRequest request = Pick with { Observation = Pick.Observation with { Task = task } };
        Assert.Equal("PO183", Assert.Throws<DiagnosticException>(() => policy.Ask(request)).Diagnostics[0].Code);
    }

    [Fact]
    public void Samples_of_a_network_without_chance_are_refused() => Assert.Equal(
        "PO185",
        Assert.Throws<DiagnosticException>(() => Create(NetworkFiles.Small(Activation.Relu), samples: 2)).Diagnostics[0].Code);

    private static NetworkPolicy Create(NetworkDescription description, int samples = 1, int outputs = 8) =>
        NetworkPolicy.Create(description, NetworkFiles.Bytes(NetworkFiles.SmallTensors(outputs)), "small.safetensors", samples);

    private static double[] Layer(string name, double[] x, Activation activation)
    {
        Dictionary<string, NumpyArray> tensors = new(NetworkFiles.SmallTensors());
        (double[] weight, double[] bias) = (Doubles(tensors[$"{name}.weight"]), Doubles(tensors[$"{name}.bias"]));
        return [.. bias.Select((b, row) => Activate(activation, b + x.Select((value, i) => value * weight[(row * x.Length) + i]).Sum()))];
    }

    private static double Activate(Activation activation, double x) => activation switch
    {
        Activation.Relu => Math.Max(0, x),
        Activation.Tanh => Math.Tanh(x),
        Activation.GeluTanh => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + (0.044715 * x * x * x)))),
        _ => x,
    };

    private static double[] Doubles(NumpyArray array)
    {
        double[] values = new double[array.ElementCount];
        array.CopyTo(values);
        return values;
    }
}
