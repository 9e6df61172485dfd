package io.aftercall.gateway.token;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;

/**
 * Finds the public key that belongs to a private one, which PKCS#8 need not hold and the JDK does not compute. Once, at
 * start-up, on our own key: it need not hide how long it takes.
 */
final class P256 {

    private static final int BITS = 256;
    private static final BigInteger TWO = BigInteger.TWO;
    private static final BigInteger THREE = BigInteger.valueOf(3);

    private final BigInteger prime;
    private final BigInteger a;

    private P256(ECParameterSpec curve) {
        this.prime = ((ECFieldFp) curve.getCurve().getField()).getP();
        this.a = curve.getCurve().getA();
    }

    static ECPublicKey publicKeyOf(ECPrivateKey key) {
        ECParameterSpec curve = key.getParams();
        if (curve.getCurve().getField().getFieldSize() != BITS) {
            throw new IllegalArgumentException("The key that signs tokens must be on the curve P-256.");
        }
        ECPoint point = new P256(curve).multiply(curve.getGenerator(), key.getS());
        try {
            return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve));
        } catch (GeneralSecurityException notOnTheCurve) {
            throw new IllegalArgumentException("The key that signs tokens is not a P-256 key.", notOnTheCurve);
        }
    }

    /** Double and add, most significant bit first. */
    private ECPoint multiply(ECPoint base, BigInteger times) {
        ECPoint sum = ECPoint.POINT_INFINITY;
        for (int bit = times.bitLength() - 1; bit >= 0; bit--) {
            sum = twice(sum);
            if (times.testBit(bit)) {
                sum = add(sum, base);
            }
        }
        return sum;
    }

    private ECPoint twice(ECPoint point) {
        if (point.equals(ECPoint.POINT_INFINITY)) {
            return point;
        }
        BigInteger x = point.getAffineX();
        BigInteger slope = x.pow(2)
                .multiply(THREE)
                .add(a)
                .multiply(point.getAffineY().multiply(TWO).modInverse(prime));
        return onLine(slope, x, point);
    }

    private ECPoint add(ECPoint one, ECPoint other) {
        if (one.equals(ECPoint.POINT_INFINITY)) {
            return other;
        }
        if (one.equals(other)) {
            return twice(one);
        }
        BigInteger rise = other.getAffineY().subtract(one.getAffineY());
        BigInteger run = other.getAffineX().subtract(one.getAffineX()).mod(prime);
        return onLine(rise.multiply(run.modInverse(prime)), other.getAffineX(), one);
    }

    /** The sum of {@code from} and the point at {@code otherX} that lie on a line of this slope. */
    private ECPoint onLine(BigInteger slope, BigInteger otherX, ECPoint from) {
        BigInteger x = slope.pow(2).subtract(from.getAffineX()).subtract(otherX).mod(prime);
        BigInteger y = slope.multiply(from.getAffineX().subtract(x))
                .subtract(from.getAffineY())
                .mod(prime);
        return new ECPoint(x, y);
    }
}
