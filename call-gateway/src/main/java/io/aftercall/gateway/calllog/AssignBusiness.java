package io.aftercall.gateway.calllog;

import io.aftercall.gateway.business.Businesses;
import io.aftercall.gateway.number.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds whose call it is by the number on the business's side, as soon as that is told; then it stays. */
@ApplicationScoped
class AssignBusiness {

    private final Businesses businesses;

    AssignBusiness(Businesses businesses) {
        this.businesses = businesses;
    }

    CallEntry assign(CallEntry entry) {
        String number = entry.leg().businessSide();
        if (entry.businessId() != null || number == null) {
            return entry;
        }
        return businesses
                .ownerOf(PhoneNumber.of(number))
                .map(owner -> entry.ownedBy(owner.id(), owner.recordingMode()))
                .orElse(entry);
    }
}
