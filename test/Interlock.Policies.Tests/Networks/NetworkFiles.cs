using Interlock.Core.Randomness;
using Interlock.Policies.Networks;
using Interlock.Policies.Wire;
using Interlock.Policies.Wire.Lerobot;
using Interlock.Policies.Wire.Numpy;

namespace Interlock.Policies.Tests.Networks;

/// <summary>Networks with seeded weights, as files hold them.</summary>
internal static class NetworkFiles
{
    public static KeyValuePair<string, NumpyArray> Tensor(string name, NumpyShape shape, params float[] values) =>
        new(name, NumpyArray.OfSingles(values, shape));

    public static KeyValuePair<string, NumpyArray>[] Dense(string name, int outputs, int inputs, ulong seed)
    {
        SeededRandom random = new(seed);
        return
        [
            Tensor($"{name}.weight", new NumpyShape(outputs, inputs), Values(random, outputs * inputs, 1 / Math.Sqrt(inputs))),
            Tensor($"{name}.bias", new NumpyShape(outputs), Values(random, outputs, 0.1)),
        ];
    }

    public static byte[] Bytes(params IEnumerable<KeyValuePair<string, NumpyArray>> tensors)
    {
        WireBuffer buffer = new();
        SafetensorsBytes.Write([.. tensors], buffer);
        return buffer.Written.ToArray();
    }

    /// <summary>3 state values and 2 tasks, one layer of 16, one residual layer, 4 rows of 2 values.</summary>
    public static NetworkDescription Small(Activation activation, double dropout = 0, TokenHead? tokens = null) => new()
    {
        Name = "small",
        Weights = "small.safetensors",
        StateDimension = 3,
        ActionDimension = 2,
        Rows = 4,
        Tasks = ["push", "pick"],
        StateMean = [1, 2, 3],
        StateDeviation = [2, 2, 2],
        Layers = [new("in", activation, dropout, false), new("mid", activation, dropout, true), new("out", Activation.None, 0, false)],
        Tokens = tokens,
    };

    public static KeyValuePair<string, NumpyArray>[] SmallTensors(int outputs = 8) =>
        [.. Dense("in", 16, 5, seed: 1), .. Dense("mid", 16, 16, seed: 2), .. Dense("out", outputs, 16, seed: 3)];

    private static float[] Values(SeededRandom random, int count, double scale) =>
        [.. Enumerable.Range(0, count).Select(_ => (float)(scale * random.NextNormal()))];
}
