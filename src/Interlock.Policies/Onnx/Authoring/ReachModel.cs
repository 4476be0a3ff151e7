using Interlock.Policies.Onnx.Native;

namespace Interlock.Policies.Onnx.Authoring;

/// <summary>
/// The model of <c>examples/run</c>: from the present state of a six-joint arm with gripper smoothly towards a goal. Row i of its chunk is
/// state + (1 − (1 − a)^(i+1))·(goal − state).
/// </summary>
internal static class ReachModel
{
    /// <summary>Rows of a chunk.</summary>
    public const int Rows = 16;

    /// <summary>Fraction of the way that one row goes: at 30 rows per second a joint 2 rad away moves at 1 rad/s.</summary>
    public const double Approach = 1.0 / 60;

    /// <summary>Six joints in rad, the gripper in m: the tool points down, 0.28 m from the pan axis and 0.12 m above the table.</summary>
    public static IReadOnlyList<float> Goal { get; } = [0.35f, 0.30f, 1.63f, 1.21f, 0f, 0f, 0.04f];

    /// <summary>The bytes of <c>reach.onnx</c>.</summary>
    public static byte[] ToBytes()
    {
        OnnxGraphWriter graph = new("reach");
        string state = graph.Input("state", ElementType.Float32, 1, Goal.Count);
        string here = graph.Reshape(state, [1, 1, Goal.Count]);
        string way = graph.Sub(graph.Constant(Goal, 1, 1, Goal.Count), here);
        string travelled = graph.Constant([.. Enumerable.Range(1, Rows).Select(row => (float)(1 - Math.Pow(1 - Approach, row)))], 1, Rows, 1);
        graph.Output(graph.Add(here, graph.Mul(travelled, way), "actions"), ElementType.Float32, 1, Rows, Goal.Count);
        return graph.ToBytes();
    }
}
