using Interlock.ExecSpec.Specification;

namespace Interlock.ExecSpec.Decoding.Rotations;

/// <summary>
/// Rotations between their written forms and the 3×3 matrix. What is not a rotation is refused and nothing is written: a number that is not
/// finite, a quaternion or column shorter than 1e-6, parallel columns, a matrix that is not orthonormal to 1e-6. Quaternions and columns of
/// any other length are normalised. Angles are in radians; nothing is allocated.
/// </summary>
public static class RotationCodec
{
    private const int MatrixLength = 9;

    /// <summary>How many numbers a form has.</summary>
    public static int LengthOf(RotationForm form) => form switch
    {
        RotationForm.QuatXyzw => 4,
        RotationForm.Rot6d => 6,
        _ => 3,
    };

    /// <summary>Rewrites a rotation in another form.</summary>
    /// <param name="from">Form of <paramref name="source"/>.</param>
    /// <param name="source">Its 3, 4 or 6 numbers.</param>
    /// <param name="to">Form of <paramref name="destination"/>.</param>
    /// <param name="destination">Receives 3, 4 or 6 numbers; may be the source. Quaternions have w ≥ 0.</param>
    /// <returns>False when the source is no rotation.</returns>
    public static bool TryConvert(RotationForm from, ReadOnlySpan<double> source, RotationForm to, Span<double> destination)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(destination.Length, LengthOf(to));
        if (Read(from, source) is not { } rotation)
        {
            return false;
        }

        Write(rotation, to, destination, Rotation.Identity);
        return true;
    }

    /// <summary>Makes the matrix of a written rotation.</summary>
    /// <param name="form">Form of <paramref name="source"/>.</param>
    /// <param name="source">Its 3, 4 or 6 numbers.</param>
    /// <param name="matrix">Receives 9 numbers, row-major.</param>
    /// <returns>False when the source is no rotation.</returns>
    public static bool TryToMatrix(RotationForm form, ReadOnlySpan<double> source, Span<double> matrix)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(matrix.Length, MatrixLength);
        if (Read(form, source) is not { } rotation)
        {
            return false;
        }

        RotationMatrix.Of(rotation).Write(matrix);
        return true;
    }

    /// <summary>Writes a matrix in a form.</summary>
    /// <param name="matrix">9 numbers, row-major.</param>
    /// <param name="form">Form of <paramref name="destination"/>.</param>
    /// <param name="destination">Receives 3, 4 or 6 numbers. Quaternions have w ≥ 0.</param>
    /// <returns>False when the matrix is no rotation.</returns>
    public static bool TryFromMatrix(ReadOnlySpan<double> matrix, RotationForm form, Span<double> destination)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(matrix.Length, MatrixLength);
        ArgumentOutOfRangeException.ThrowIfNotEqual(destination.Length, LengthOf(form));
        if (RotationMatrix.Read(matrix) is not { } read)
        {
            return false;
        }

        Write(read.ToRotation(), form, destination, Rotation.Identity);
        return true;
    }

    /// <summary>Gives the second quaternion the sign in which it is nearer to the first, so that a series of them does not jump.</summary>
    /// <param name="previous">(x, y, z, w).</param>
    /// <param name="quaternion">(x, y, z, w); negated where that is nearer.</param>
    public static void KeepSign(ReadOnlySpan<double> previous, Span<double> quaternion)
    {
        Rotation next = new(quaternion[0], quaternion[1], quaternion[2], quaternion[3]);
        Put(next.NearTo(new Rotation(previous[0], previous[1], previous[2], previous[3])), quaternion);
    }

    internal static Rotation? Read(RotationForm form, ReadOnlySpan<double> source)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(source.Length, LengthOf(form));
        return form switch
        {
            RotationForm.AxisAngle => AxisAngle.Read(source),
            RotationForm.RpyFixed => RollPitchYaw.Read(source),
            RotationForm.QuatXyzw => Rotation.OfUnnormalised(source[0], source[1], source[2], source[3]),
            RotationForm.Rot6d => SixNumbers.Read(source),
            _ => throw new ArgumentOutOfRangeException(nameof(form)),
        };
    }

    /// <summary>Writes a rotation; of its two quaternions the one nearer to <paramref name="nearTo"/>.</summary>
    internal static void Write(Rotation rotation, RotationForm form, Span<double> destination, Rotation nearTo)
    {
        switch (form)
        {
            case RotationForm.AxisAngle:
                AxisAngle.Write(rotation, destination);
                break;
            case RotationForm.RpyFixed:
                RollPitchYaw.Write(rotation, destination);
                break;
            case RotationForm.QuatXyzw:
                Put(rotation.NearTo(nearTo), destination);
                break;
            case RotationForm.Rot6d:
                SixNumbers.Write(rotation, destination);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(form));
        }
    }

    private static void Put(Rotation rotation, Span<double> quaternion) =>
        (quaternion[0], quaternion[1], quaternion[2], quaternion[3]) = (rotation.X, rotation.Y, rotation.Z, rotation.W);
}
