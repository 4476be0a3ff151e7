using Interlock.Core.Randomness;
using Interlock.ExecSpec.Decoding.Rotations;
using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Tests.Decoding.Rotations;

public sealed class RotationCodecTests
{
    private const int Samples = 100_000;
    private const double Tight = 2e-14;

    private static readonly RotationForm[] Forms = Enum.GetValues<RotationForm>();

    [Fact]
    public void Every_form_gives_the_rotation_back_for_random_and_edge_rotations()
    {
        SeededRandom random = new(11);
        double[] matrix = new double[9];
        double[] back = new double[9];
        double[] written = new double[6];
        double worst = 0;
        for (int i = 0; i < Samples; i++)
        {
            Assert.True(RotationCodec.TryToMatrix(RotationForm.AxisAngle, RotationSamples.AxisAngle(random, i), matrix));
            worst = Math.Max(worst, RotationSamples.Skew(matrix));
            foreach (RotationForm form in Forms)
            {
                Span<double> numbers = written.AsSpan(0, RotationCodec.LengthOf(form));
                Assert.True(RotationCodec.TryFromMatrix(matrix, form, numbers));
                Assert.True(RotationCodec.TryToMatrix(form, numbers, back));
                worst = Math.Max(worst, RotationSamples.Distance(matrix, back));
            }
        }

        Assert.InRange(worst, 0, Tight);
    }

    [Fact]
    public void Composition_of_quaternions_is_the_product_of_matrices()
    {
        SeededRandom random = new(12);
        double worst = 0;
        for (int i = 0; i < Samples; i++)
        {
            Rotation a = RotationCodec.Read(RotationForm.AxisAngle, RotationSamples.AxisAngle(random, i))!.Value;
            Rotation b = RotationCodec.Read(RotationForm.AxisAngle, RotationSamples.AxisAngle(random, i / 7))!.Value;
            double[] expected = RotationSamples.Product(RotationSamples.MatrixOf(a), RotationSamples.MatrixOf(b));
            worst = Math.Max(worst, RotationSamples.Distance(expected, RotationSamples.MatrixOf(a * b)));
            worst = Math.Max(worst, RotationSamples.Distance(RotationSamples.MatrixOf(Rotation.Identity), RotationSamples.MatrixOf(a * a.Inverse)));
        }

        Assert.InRange(worst, 0, Tight);
    }

    [Fact]
    public void Axis_angle_below_half_a_turn_comes_back_number_by_number()
    {
        SeededRandom random = new(13);
        double[] back = new double[3];
        double[] quaternion = new double[4];
        for (int i = 0; i < Samples; i++)
        {
            double[] vector = RotationSamples.AxisAngle(random, i);
            if (Math.Sqrt(vector.Sum(value => value * value)) < Math.PI - 1e-9)
            {
                RotationCodec.TryConvert(RotationForm.AxisAngle, vector, RotationForm.QuatXyzw, quaternion);
                RotationCodec.TryConvert(RotationForm.QuatXyzw, quaternion, RotationForm.AxisAngle, back);
                Assert.All(vector.Zip(back), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
            }
        }
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e-160)]
    [InlineData(1e-12)]
    public void A_tiny_turn_keeps_its_relative_size(double angle)
    {
        double[] back = new double[3];
        Assert.True(RotationCodec.TryConvert(RotationForm.AxisAngle, [angle, 0, -angle], RotationForm.AxisAngle, back));
        Assert.Equal(1, back[0] / angle, 1e-12);
        Assert.Equal(-1, back[2] / angle, 1e-12);
    }

    [Fact]
    public void Roll_pitch_and_yaw_turn_about_fixed_axes_in_this_order()
    {
        double[] matrix = new double[9];
        RotationCodec.TryToMatrix(RotationForm.RpyFixed, [0.3, -0.4, 1.1], matrix);
        double[] expected = RotationSamples.Product(About(2, 1.1), RotationSamples.Product(About(1, -0.4), About(0, 0.3)));
        Assert.InRange(RotationSamples.Distance(expected, matrix), 0, 1e-15);
        double[] angles = new double[3];
        RotationCodec.TryFromMatrix(matrix, RotationForm.RpyFixed, angles);
        Assert.All(new[] { 0.3, -0.4, 1.1 }.Zip(angles), pair => Assert.Equal(pair.First, pair.Second, 1e-15));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void At_gimbal_lock_yaw_is_zero_and_the_rotation_is_the_same(int sign)
    {
        double[] angles = new double[3];
        double[] source = [0.7, sign * Math.PI / 2, 0.2];
        RotationCodec.TryConvert(RotationForm.RpyFixed, source, RotationForm.RpyFixed, angles);
        Assert.Equal(0, angles[2]);
        double[] first = new double[9];
        double[] second = new double[9];
        RotationCodec.TryToMatrix(RotationForm.RpyFixed, source, first);
        RotationCodec.TryToMatrix(RotationForm.RpyFixed, angles, second);
        Assert.InRange(RotationSamples.Distance(first, second), 0, 1e-12);
    }

    [Fact]
    public void Six_numbers_are_two_columns_and_are_made_orthonormal()
    {
        double[] matrix = new double[9];
        Assert.True(RotationCodec.TryToMatrix(RotationForm.Rot6d, [0, 3, 0, -0.5, 2, 0], matrix));
        Assert.InRange(RotationSamples.Distance([0, -1, 0, 1, 0, 0, 0, 0, 1], matrix), 0, 1e-15);
    }

    [Fact]
    public void A_quaternion_of_any_length_is_normalised_and_keeps_the_sign_of_its_predecessor()
    {
        double[] quaternion = new double[4];
        Assert.True(RotationCodec.TryConvert(RotationForm.QuatXyzw, [0, 0, -3, -4], RotationForm.QuatXyzw, quaternion));
        Assert.Equal([0, 0, 0.6, 0.8], quaternion);
        RotationCodec.KeepSign([0, 0, -0.5, -0.5], quaternion);
        Assert.Equal([0, 0, -0.6, -0.8], quaternion);
    }

    [Theory]
    [InlineData(RotationForm.QuatXyzw, new[] { 0.0, 0, 0, 0 })]
    [InlineData(RotationForm.QuatXyzw, new[] { 1e-8, 0, 0, 0 })]
    [InlineData(RotationForm.QuatXyzw, new[] { double.NaN, 0, 0, 1 })]
    [InlineData(RotationForm.QuatXyzw, new[] { double.PositiveInfinity, 0, 0, 1 })]
    [InlineData(RotationForm.AxisAngle, new[] { double.NaN, 0, 0 })]
    [InlineData(RotationForm.AxisAngle, new[] { 0, double.NegativeInfinity, 0 })]
    [InlineData(RotationForm.AxisAngle, new[] { double.MaxValue, double.MaxValue, double.MaxValue })]
    [InlineData(RotationForm.RpyFixed, new[] { 0, 0, double.NaN })]
    [InlineData(RotationForm.RpyFixed, new[] { double.PositiveInfinity, 0, 0 })]
    [InlineData(RotationForm.Rot6d, new[] { 0.0, 0, 0, 0, 1, 0 })]
    [InlineData(RotationForm.Rot6d, new[] { 1.0, 2, 3, 2, 4, 6 })]
    [InlineData(RotationForm.Rot6d, new[] { 1.0, 0, 0, 0, double.NaN, 0 })]
    public void What_is_no_rotation_is_refused_and_nothing_is_written(RotationForm form, double[] source)
    {
        double[] matrix = [.. Enumerable.Repeat(42.0, 9)];
        Assert.False(RotationCodec.TryToMatrix(form, source, matrix));
        Assert.All(matrix, value => Assert.Equal(42, value));
    }

    [Theory]
    [InlineData(-1, 1, 1)]
    [InlineData(1.1, 1, 1)]
    [InlineData(0, 0, 0)]
    [InlineData(double.NaN, 1, 1)]
    public void A_matrix_that_mirrors_or_scales_is_no_rotation(double a, double b, double c) =>
        Assert.False(RotationCodec.TryFromMatrix([a, 0, 0, 0, b, 0, 0, 0, c], RotationForm.QuatXyzw, new double[4]));

    [Fact]
    public void Large_and_small_numbers_with_a_direction_are_rotations()
    {
        double[] matrix = new double[9];
        Assert.True(RotationCodec.TryToMatrix(RotationForm.QuatXyzw, [0, 0, 1e300, 1e300], matrix));
        Assert.InRange(RotationSamples.Skew(matrix), 0, 1e-15);
        Assert.True(RotationCodec.TryToMatrix(RotationForm.Rot6d, [1e300, 0, 0, 1e300, 1e300, 0], matrix));
        Assert.InRange(RotationSamples.Skew(matrix), 0, 1e-15);
    }

    private static double[] About(int axis, double angle)
    {
        double[] vector = new double[3];
        vector[axis] = angle;
        double[] matrix = new double[9];
        RotationCodec.TryToMatrix(RotationForm.AxisAngle, vector, matrix);
        return matrix;
    }
}
