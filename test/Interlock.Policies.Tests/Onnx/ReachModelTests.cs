using Interlock.Policies.Onnx;
using Interlock.Policies.Onnx.Authoring;

namespace Interlock.Policies.Tests.Onnx;

/// <summary>The committed example model. <c>INTERLOCK_ACCEPT=1</c> writes it anew.</summary>
[Collection(OnnxGroup.Name)]
public sealed class ReachModelTests
{
    private const double RateHz = 30;
    private const int MostBytes = 8 * 1024;

    private static string ModelPath => Path.Combine(SharedFiles.RepositoryRoot, "examples", "run", "models", "reach.onnx");

    [Fact]
    public void The_committed_model_is_what_the_writer_writes()
    {
        byte[] bytes = ReachModel.ToBytes();
        if (Environment.GetEnvironmentVariable("INTERLOCK_ACCEPT") == "1")
        {
            File.WriteAllBytes(ModelPath, bytes);
        }

        Assert.InRange(bytes.Length, 1, MostBytes);
        Assert.Equal(bytes, File.ReadAllBytes(ModelPath));
    }

    [OnnxFact]
    public void Rows_go_the_stated_part_of_the_way_to_the_goal()
    {
        using OnnxPolicy policy = OnnxPolicy.Load(Graph.Options(ModelPath));
        double[] state = [0, 0.1, 1.2, 1.8, -0.3, 1, 0.08];

        PolicyChunk chunk = Graph.Answer(policy, Graph.Request(state));

        Assert.Equal((16, 7, 1, "onnx", "reach.onnx"), (chunk.Rows, chunk.Dimension, chunk.Samples, policy.Description.Kind, policy.Description.Name));
        for (int row = 0; row < chunk.Rows; row++)
        {
            double part = 1 - Math.Pow(1 - ReachModel.Approach, row + 1);
            for (int i = 0; i < state.Length; i++)
            {
                Assert.Equal(state[i] + (part * (ReachModel.Goal[i] - state[i])), chunk.Row(row)[i], 1e-6);
            }
        }
    }

    [OnnxFact]
    public void No_joint_moves_faster_than_one_radian_per_second_from_upright()
    {
        using OnnxPolicy policy = OnnxPolicy.Load(Graph.Options(ModelPath));
        double[] previous = new double[7];

        PolicyChunk chunk = Graph.Answer(policy, Graph.Request(previous));

        for (int row = 0; row < chunk.Rows; row++)
        {
            for (int joint = 0; joint < 6; joint++)
            {
                Assert.InRange(Math.Abs(chunk.Row(row)[joint] - previous[joint]) * RateHz, 0, 1);
            }

            previous = chunk.Row(row).ToArray();
        }
    }

    [OnnxFact]
    public void Asked_again_and_again_it_reaches_the_goal()
    {
        const int Chunks = 40;
        using OnnxPolicy policy = OnnxPolicy.Load(Graph.Options(ModelPath));
        PolicyChunk chunk = new(16, 7);
        double[] state = new double[7];
        for (int i = 0; i < Chunks; i++)
        {
            Graph.Infer(policy, Graph.Request(state), chunk);
            state = chunk.Row(15).ToArray();
        }

        Assert.All(state.Zip(ReachModel.Goal), pair => Assert.Equal(pair.Second, pair.First, 1e-3));
    }
}
