using Interlock.Core.Contract;
using Interlock.Core.Randomness;
using Interlock.ExecSpec.Decoding;
using Interlock.ExecSpec.Decoding.Rotations;
using Interlock.ExecSpec.Specification;
using Interlock.ExecSpec.Tests.Decoding.Rotations;

namespace Interlock.ExecSpec.Tests.Decoding;

public sealed class RotationReferenceTests
{
    private const int Rows = 12;

    public static TheoryData<RotationForm, ActionReference, RotationComposition> Cases()
    {
        TheoryData<RotationForm, ActionReference, RotationComposition> cases = [];
        foreach (RotationForm form in Enum.GetValues<RotationForm>())
        {
            foreach (ActionReference reference in new[] { ActionReference.RelativeChunk, ActionReference.DeltaStep })
            {
                cases.Add(form, reference, RotationComposition.FixedFrame);
                cases.Add(form, reference, RotationComposition.BodyFrame);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Offsets_compose_as_products_of_matrices(RotationForm form, ActionReference reference, RotationComposition composition)
    {
        int length = RotationCodec.LengthOf(form);
        SeededRandom random = new(21);
        double[] state = RotationOf(form, random);
        double[] z = [.. Enumerable.Range(0, Rows).SelectMany(_ => RotationOf(form, random))];
        double[] command = new double[z.Length];
        ActionDecoder decoder = new(Specs.OneRotation(form, length, reference, composition));
        Assert.True(decoder.Decode(z, state, [], command).IsFinite);
        double[] from = MatrixOf(form, state);
        for (int at = 0; at < z.Length; at += length)
        {
            double[] offset = MatrixOf(form, z.AsSpan(at, length));
            double[] expected = composition == RotationComposition.FixedFrame ? RotationSamples.Product(offset, from) : RotationSamples.Product(from, offset);
            Assert.InRange(RotationSamples.Distance(expected, MatrixOf(form, command.AsSpan(at, length))), 0, 1e-13);
            from = reference == ActionReference.DeltaStep ? expected : from;
        }

        AssertSameRotations(form, z, Encoded(decoder, command, state));
    }

    [Fact]
    public void Quaternions_do_not_jump_to_their_negatives_on_the_way()
    {
        ActionDecoder decoder = new(Specs.OneRotation(RotationForm.QuatXyzw, 4, ActionReference.DeltaStep, RotationComposition.FixedFrame));
        double[] turn = [0, 0, Math.Sin(0.25), Math.Cos(0.25)];
        double[] z = [.. Enumerable.Range(0, 40).SelectMany(_ => turn)];
        double[] command = new double[z.Length];
        decoder.Decode(z, [0, 0, 0, 1], [], command);
        for (int at = 4; at < command.Length; at += 4)
        {
            double dot = Enumerable.Range(0, 4).Sum(i => command[at + i] * command[at + i - 4]);
            Assert.Equal(Math.Cos(0.25), dot, 1e-12);
        }
    }

    [Fact]
    public void Plain_addition_is_what_openpi_and_lerobot_do()
    {
        ActionDecoder decoder = new(Specs.OneRotation(RotationForm.AxisAngle, 3, ActionReference.RelativeChunk, RotationComposition.Add));
        double[] command = new double[3];
        decoder.Decode([0.1, 0.2, 0.3], [1, 2, 3], [], command);
        Assert.Equal([1.1, 2.2, 3.3], command);
    }

    [Fact]
    public void A_state_that_is_no_rotation_makes_the_whole_group_visible()
    {
        ActionDecoder decoder = new(Specs.OneRotation(RotationForm.QuatXyzw, 4, ActionReference.RelativeChunk, RotationComposition.BodyFrame));
        double[] command = new double[8];
        Assert.Equal(new DecodeOutcome(8, 0), decoder.Decode([0, 0, 0, 1, 0, 0, 0, 1], [0, 0, 0, 0], [], command));
        Assert.Equal(new DecodeOutcome(4, 4), decoder.Decode([0, 0, 0, 1, 0, double.NaN, 0, 1], [0, 0, 0, 1], [], command));
    }

    private static double[] Encoded(ActionDecoder decoder, double[] command, double[] state)
    {
        double[] z = new double[command.Length];
        Assert.True(decoder.Encode(command, state, [], z).IsFinite);
        return z;
    }

    private static void AssertSameRotations(RotationForm form, double[] expected, double[] actual)
    {
        int length = RotationCodec.LengthOf(form);
        for (int at = 0; at < expected.Length; at += length)
        {
            Assert.InRange(RotationSamples.Distance(MatrixOf(form, expected.AsSpan(at, length)), MatrixOf(form, actual.AsSpan(at, length))), 0, 1e-13);
        }
    }

    private static double[] RotationOf(RotationForm form, SeededRandom random)
    {
        double[] numbers = new double[RotationCodec.LengthOf(form)];
        Assert.True(RotationCodec.TryConvert(RotationForm.AxisAngle, RotationSamples.AxisAngle(random, 1000), form, numbers));
        return numbers;
    }

    private static double[] MatrixOf(RotationForm form, ReadOnlySpan<double> numbers)
    {
        double[] matrix = new double[9];
        Assert.True(RotationCodec.TryToMatrix(form, numbers, matrix));
        return matrix;
    }
}
