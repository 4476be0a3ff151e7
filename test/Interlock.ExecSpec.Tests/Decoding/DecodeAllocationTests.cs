using Interlock.Core.Contract;
using Interlock.Core.Randomness;
using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Decoding;

public sealed class DecodeAllocationTests
{
    [Theory]
    [InlineData(ActionReference.Absolute)]
    [InlineData(ActionReference.RelativeChunk)]
    [InlineData(ActionReference.DeltaStep)]
    public void Decoding_and_encoding_allocate_nothing(ActionReference reference)
    {
        ActionDecoder decoder = new(PoseWithGripper(reference));
        SeededRandom random = new(5);
        double[] z = Specs.Normal(random, 50 * 8);
        double[] state = [0, 0, 0, 0, 0, 0, 1, 0];
        double[] command = new double[z.Length];
        z[17] = double.NaN;
        Assert.Equal(0, AllocatedBytes.Of(() =>
        {
            decoder.Decode(z, state, [], command);
            decoder.DecodeOne(z.AsSpan(0, 8), 3, state, command.AsSpan(8, 8), command.AsSpan(0, 8));
            decoder.Encode(command, state, [], command);
        }));
    }

    [Fact]
    public void Tokens_and_single_rows_allocate_nothing()
    {
        Unnormaliser unnormaliser = new(Specs.Range(LibraryArithmetic.OpenVla, new double[7], [1, 1, 1, 1, 1, 1, 1]), 7);
        int[] tokens = [31744, 31800, 5, 31999, 31900, 31850, 31801];
        double[] z = new double[7];
        Assert.Equal(0, AllocatedBytes.Of(() =>
        {
            OpenVlaTokens.Decode(tokens, z);
            unnormaliser.Inverse(z, 0, z);
            unnormaliser.Forward(z, 0, z);
        }));
    }

    private static ExecutableSpec PoseWithGripper(ActionReference reference)
    {
        ExecutableSpec spec = Specs.Joints(8, reference, Specs.Range(LibraryArithmetic.OpenVlaOft with { InverseClip = 1 }, [.. Enumerable.Repeat(-1.0, 8)], [.. Enumerable.Repeat(1.0, 8)]));
        ActionChannel[] channels = [.. spec.Action.Channels];
        channels[7] = channels[7] with { Reference = ActionReference.Absolute, Role = ChannelRole.Gripper };
        return spec with
        {
            Action = spec.Action with
            {
                Channels = channels,
                Rotations = [new RotationGroup(RotationForm.QuatXyzw, ["j3", "j4", "j5", "j6"]) { Composition = RotationComposition.BodyFrame }],
            },
            Controller = new ControllerSpec { Reference = ActionReference.Absolute },
            Gripper = new() { Channel = "j7", PolicyOpen = 1, PolicyClosed = -1, Threshold = 0, ControllerOpen = -1, ControllerClosed = 1 },
        };
    }
}
